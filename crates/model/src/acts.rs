/// What somebody does with their words: the values of the attribute `act` of an attribution.
///
/// This list is closed: records hold no other value, and their JSON Schema names exactly
/// these. A plugin that makes attributions chooses the nearest one and leaves the attribute
/// out where none fits. Sorted.
///
/// | group | acts |
/// |---|---|
/// | plain telling | `say`, `announce`, `describe`, `explain`, `report`, `show`, `suggest` |
/// | standing by it | `admit`, `claim`, `confirm`, `estimate`, `predict`, `warn` |
/// | asking, answering | `ask`, `answer` |
/// | against it | `deny`, `doubt`, `disagree` |
/// | refusing | `decline` (to say or to comment), `refuse` (to do) |
/// | mind | `agree`, `believe`, `decide`, `fear`, `hope`, `intend`, `know`, `plan`, `want` |
/// | making others act | `demand`, `order`, `urge` |
/// | binding oneself | `offer`, `promise` |
/// | towards others | `accuse`, `apologize`, `criticize`, `joke`, `praise`, `thank` |
pub const ACTS: &[&str] = &[
    "accuse",
    "admit",
    "agree",
    "announce",
    "answer",
    "apologize",
    "ask",
    "believe",
    "claim",
    "confirm",
    "criticize",
    "decide",
    "decline",
    "demand",
    "deny",
    "describe",
    "disagree",
    "doubt",
    "estimate",
    "explain",
    "fear",
    "hope",
    "intend",
    "joke",
    "know",
    "offer",
    "order",
    "plan",
    "praise",
    "predict",
    "promise",
    "refuse",
    "report",
    "say",
    "show",
    "suggest",
    "thank",
    "urge",
    "want",
    "warn",
];

#[cfg(test)]
mod tests {
    use super::ACTS;

    #[test]
    fn acts_are_sorted_and_unique() {
        assert!(ACTS.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
