//! Files and folders as this program makes them: read by nobody but their owner, and with names the disk takes.

mod name;
mod private;

pub use name::{fitting, numbered, without_unsafe};
pub use private::{append, create, create_folder, keep_private, make_runnable, open_or_create};
