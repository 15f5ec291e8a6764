/// Why a plugin could not do its work.
///
/// From [`Extractor::create`](crate::Extractor::create) it keeps the plugin from running at
/// all; from [`Extractor::extract`](crate::Extractor::extract) it costs this plugin's
/// findings in one document.
///
/// ```
/// use sayso_plugin::Error;
/// let error = Error::new(format_args!("there is no category “{}”", "big"));
/// assert_eq!(error.to_string(), "there is no category “big”");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error {
    message: String,
}

impl Error {
    /// An error with a message for the user.
    pub fn new(message: impl std::fmt::Display) -> Self {
        Self {
            message: message.to_string(),
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
