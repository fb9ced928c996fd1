//! Neighbours of the kinds that engines are commonly wrong about, written by what the standard says.

use super::evaluated;
use feel::NamedValues;

/// Lines of `expression => expression of what it gives`.
#[track_caller]
fn equals(lines: &str) {
    let none = NamedValues::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (text, wanted) = line.rsplit_once(" => ").unwrap_or_else(|| panic!("not a line: {line}"));
        assert_eq!(evaluated(text, &none).to_string(), evaluated(wanted, &none).to_string(), "{text}");
    }
}

#[test]
fn types_are_told_by_what_they_hold() {
    equals(
        r##"
        [1,2] instance of list<number> => true
        [1,null] instance of list<number> => true
        ["a"] instance of list<Any> => true
        {a:1,b:"x"} instance of context<a: number, b: string> => true
        {a:1} instance of context<a: number, b: string> => false
        {a:1,b:2} instance of context<a: number> => true
        [1..3] instance of range<number> => true
        ["a".."c"] instance of range<number> => false
        @"P1D" instance of days and time duration => true
        @"P1M" instance of days and time duration => false
        null instance of Any => false
        null instance of Null => true
        time("10:00:00@Europe/Paris") instance of time => true
        "##,
    );
}

#[test]
fn dates_zones_and_durations() {
    equals(
        r##"
        string(date and time("2018-07-08T00:00:00@Europe/Paris")) => "2018-07-08T00:00:00@Europe/Paris"
        date and time("2018-07-08T00:00:00@Europe/Paris") - date and time("2018-07-08T00:00:00@Etc/UTC") => @"-PT2H"
        date and time("2018-12-08T00:00:00@Asia/Ho_Chi_Minh") < date and time("2018-12-08T00:00:00@Europe/Paris") => true
        time("00:00:00@Nowhere/Land") => null
        date(year:2024,month:2,day:29) => @"2024-02-29"
        date(year:2023,month:2,day:29) => null
        time(hour:11,minute:59,second:0) => @"11:59:00"
        time(hour:24,minute:0,second:0) => null
        date and time(date:@"2020-01-01",time:@"12:00:00") => @"2020-01-01T12:00:00"
        for i in @"2024-02-28"..@"2024-03-01" return i.day => [28,29,1]
        years and months duration(@"2016-12-31", @"2014-12-31") => @"-P2Y"
        years and months duration(@"2024-01-31", @"2024-02-29") => @"P0M"
        date(-2017,12,31) => @"-2017-12-31"
        @"2021-01-01T24:00:00" = @"2021-01-02T00:00:00" => true
        time("10:30:00.0001") = time("10:30:00.0002") => false
        day of week(@"2026-12-01") => "Tuesday"
        day of year(@"2024-12-31") => 366
        week of year(@"2026-01-01") => 1
        month of year(@"2026-12-01") => "December"
        @"P1Y" > @"P11M" => true
        @"PT36H" = @"P1DT12H" => true
        @"2024-01-31" + @"P1M" => @"2024-02-29"
        @"2024-03-31" - @"P1M" => @"2024-02-29"
        @"12:00:00" + @"PT13H" => @"01:00:00"
        @"P1D" / @"PT6H" => 4
        @"P1Y" / @"P3M" => 4
        @"P1Y" * 1.5 => @"P1Y6M"
        is(@"2012-12-25", @"2012-12-25T00:00:00") => false
        is(time("10:00:00"), time("10:00:00Z")) => false
        max([@"2020-01-01",@"2021-01-01"]) => @"2021-01-01"
        abs(@"-P1D") => @"P1D"
        "##,
    );
}

#[test]
fn texts_and_patterns() {
    equals(
        r##"
        matches("abc", "a b c", "x") => true
        matches("A", "[a-z-[b]]", "i") => true
        matches("a\nb", "a.b", "s") => true
        matches("a\nb", "^b", "m") => true
        replace("abracadabra","bra","*") => "a*cada*"
        replace("abc","(a)(b)","$2$1") => "bac"
        split("John Doe", "\\s") => ["John","Doe"]
        substring("\U01F40Eab", 2) => "ab"
        string length("\U01F40Eab") => 3
        substring("foobar", -2, 1) => "a"
        string(1.10) => "1.1"
        string([1,"a",null]) => "[1, \"a\", null]"
        string({a:"b"}) => "{a: \"b\"}"
        number("1 000,50"," ",",") => 1000.5
        number("1,000.5",",",".") => 1000.5
        string join(["a",null,"c"],"-") => "a-c"
        string join(["a","c"]) => "ac"
        upper case("đường") => "ĐƯỜNG"
        contains("thẩm định", "định") => true
        "##,
    );
}

#[test]
fn lists_contexts_and_ranges() {
    equals(
        r##"
        [{n:"a",v:3},{n:"b",v:4}][v > 3].n => ["b"]
        [{n:"a",v:3}][n="a"].v = 3 => true
        [{a:1},{a:2}].a => [1,2]
        for i in 3..1 return i => [3,2,1]
        for i in [1,2], j in [10,20] return i + j => [11,21,12,22]
        for i in 1..4 return if i = 1 then 1 else i * partial[-1] => [1,2,6,24]
        some x in [1,2,null] satisfies x > 1 => true
        every x in [2,3] satisfies x > 1 => true
        every x in [] satisfies x > 1 => true
        5 in [null..9] => null
        5 in (5..9] => false
        5 in ]5..9] => false
        5 in [1..5[ => false
        7 in (>5) => true
        {foo:1, foo:2} => null
        {a:1, b:a+1}.b => 2
        context put({x:1}, "y", 2) => {x:1,y:2}
        context put({a:{b:1}}, ["a","b"], 2) => {a:{b:2}}
        context merge([{a:1},{a:2,b:3}]) => {a:2,b:3}
        context([{key:"a",value:1},{key:"a",value:2}]) => null
        list replace([2,4,7,8], function(item, newItem) item < newItem, 5) => [5,5,7,8]
        list replace([1,2,3], 2, 9) => [1,9,3]
        2 in range("[1..3]") => true
        range("[1..]") => null
        before([1..5),5) => true
        overlaps([1..5],[5..8]) => true
        meets([1..5],[5..8]) => true
        starts(1,[1..5]) => true
        during(5,[1..5]) => true
        sort([3,1,2], function(x,y) x > y) => [3,2,1]
        median([1,2,3,4]) => 2.5
        mode([1,2,2,1]) => [1,2]
        all([true,null]) => null
        any([false,null]) => null
        product([2,3,4]) => 24
        distinct values([1,2,1,null,null]) => [1,2,null]
        flatten([[1,[2]],3]) => [1,2,3]
        index of([1,2,1],1) => [1,3]
        insert before([1,2],-1,9) => [1,9,2]
        remove([1,2,3],-1) => [1,2]
        union([1,2],[2,3]) => [1,2,3]
        5 in (1,5,9) => true
        5 in (<3, >4) => true
        get entries({a:1})[1].key => "a"
        "##,
    );
}

#[test]
fn numbers_and_truth() {
    equals(
        r##"
        round up(-5.5, 0) => -6
        round half up(2.5, 0) => 3
        round half down(2.5, 0) => 2
        round half up(-2.5, 0) => -3
        round down(1.129, 2) => 1.12
        round up(5.5, -7000) => null
        decimal(1/3, 2.5) => 0.33
        decimal(2.5, 0) => 2
        decimal(3.5, 0) => 4
        (=10) = (=10) => true
        modulo(-12,5) => 3
        modulo(12,-5) => -3
        odd(-3) => true
        1 = "1" => null
        null = null => true
        1 < null => null
        true and null => null
        false and 123 => false
        true or 123 => true
        if null then 1 else 2 => 2
        2 ** 3 ** 2 => 64
        -2 ** 2 => 4
        (-2) ** 2 => 4
        10 / 0 => null
        "a" + 1 => null
        "b" between "a" and "c" => true
        min("a","b") => "a"
        ceiling(-1.5) => -1
        floor(1.56, 1) => 1.5
        ceiling(1.51, 1) => 1.6
        log(10) > 2.302 and log(10) < 2.303 => true
        sqrt(-1) => null
        "##,
    );
}
