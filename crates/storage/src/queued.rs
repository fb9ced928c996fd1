use crate::StorageError;
use crate::tx::Tx;
use std::any::Any;
use tokio::sync::oneshot;

/// A function waiting for its turn at the database, with a way to answer its caller.
///
/// What it results in travels without its type: whoever asked knows it ([`outcome`]). All that waits, answers and is sent between
/// threads is thereby compiled once, and not again for each of the several hundred functions that are queued.
pub(crate) struct QueuedWork {
    function: Box<dyn FnMut(&mut Tx) -> FunctionRun + Send>,
    last: Option<FunctionRun>,
    reply: oneshot::Sender<Result<Untyped, StorageError>>,
}

/// A `Result<T, E>` of the queued function.
type Untyped = Box<dyn Any + Send>;

/// One run of the function: whether the transaction is kept, and its result.
type FunctionRun = (TransactionEnd, Untyped);

/// What is answered: the function's own result, or what broke instead.
pub(crate) type PendingAnswer = oneshot::Receiver<Result<Untyped, StorageError>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TransactionEnd {
    Keep,
    Undo,
}

impl QueuedWork {
    pub fn new<T, E, F>(mut function: F) -> (QueuedWork, PendingAnswer)
    where
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Send + 'static,
    {
        let run = move |tx: &mut Tx| -> FunctionRun {
            let result = function(tx);
            let end = if result.is_ok() { TransactionEnd::Keep } else { TransactionEnd::Undo };
            (end, Box::new(result))
        };
        let (reply, answer) = oneshot::channel();
        (QueuedWork { function: Box::new(run), last: None, reply }, answer)
    }

    /// Runs it. May be called again after a conflict.
    pub fn run(&mut self, tx: &mut Tx) -> TransactionEnd {
        let run = (self.function)(tx);
        let end = run.0;
        self.last = Some(run);
        end
    }

    /// Answers the caller: with the function's own result, or with what broke instead.
    pub fn answer(self, broke: Option<StorageError>) {
        let QueuedWork { function, last, reply } = self;
        // The function may hold the last clone of the store: it goes before the caller does.
        drop(function);
        let answer = match (broke, last) {
            // A refusal stands whatever became of the batch: it changed nothing.
            (Some(_), Some((TransactionEnd::Undo, refused))) => Ok(refused),
            (Some(error), _) => Err(error),
            (None, Some((_, result))) => Ok(result),
            (None, None) => Err(StorageError::Stopped),
        };
        // A caller that went away needs no answer.
        let _ = reply.send(answer);
    }
}

/// The answer in the caller's types, which are those of the function it queued.
pub(crate) fn outcome<T, E>(
    answer: Result<Result<Untyped, StorageError>, oneshot::error::RecvError>,
) -> Result<T, E>
where
    T: 'static,
    E: From<StorageError> + 'static,
{
    match answer {
        Ok(Ok(result)) => match result.downcast::<Result<T, E>>() {
            Ok(result) => *result,
            Err(_) => Err(E::from(StorageError::Stopped)),
        },
        Ok(Err(error)) => Err(E::from(error)),
        Err(_) => Err(E::from(StorageError::Stopped)),
    }
}
