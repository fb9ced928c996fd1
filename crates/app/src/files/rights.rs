//! Who may read a stored file.

use crate::{App, Fault};
use storage::file::File;

/// Whether an account may read a file: of its own draft or dossier; a result only once it was received.
pub async fn may_read(app: &App, file: &File, account: domain::officer::AccountId) -> Result<bool, Fault> {
    let (draft, dossier, id) = (file.draft, file.dossier, file.id);
    let allowed = app
        .store
        .read(move |tx| {
            if let Some(dossier) = dossier {
                let Some(dossier) = crate::dossiers::load(tx, dossier)? else { return Ok(false) };
                let result = dossier.result.as_ref().is_some_and(|result| result.id == id);
                return Ok::<_, storage::StorageError>(
                    dossier.belongs_to(account) && (!result || dossier.returned_at.is_some()),
                );
            }
            match draft {
                Some(draft) => storage::draft::belongs_to(tx, draft, account),
                None => Ok(false),
            }
        })
        .await?;
    Ok(allowed)
}

/// Whether an officer may read a file: of a dossier they may open.
pub async fn officer_may_read(
    app: &App,
    file: &File,
    officer: &domain::officer::Officer,
) -> Result<bool, Fault> {
    let (dossier, officer) = (file.dossier, officer.clone());
    let allowed = app
        .store
        .read(move |tx| {
            let Some(dossier) = dossier else { return Ok(false) };
            let loaded = crate::dossiers::load(tx, dossier)?;
            Ok::<_, storage::StorageError>(loaded.is_some_and(|dossier| dossier.visible_to(&officer)))
        })
        .await?;
    Ok(allowed)
}
