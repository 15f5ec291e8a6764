//! Values of JSON fields, read as a text or an id, or told by type where they are neither.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor,
};

/// The type of a value that is not of the type wanted.
#[derive(Debug, PartialEq)]
pub(crate) struct NotThis(pub(crate) &'static str);

/// Reads a text, borrowed if nothing in it was escaped.
pub(crate) struct Text;

/// Reads a text or an integer, as text.
pub(crate) struct Id;

/// What the two visitors share: all types but those that they want.
macro_rules! other_types {
    () => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a value")
        }

        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(Err(NotThis("null")))
        }

        fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
            Ok(Err(NotThis("true or false")))
        }

        fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
            Ok(Err(NotThis("a number")))
        }

        fn visit_seq<A: SeqAccess<'b>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            Ok(Err(NotThis("an array")))
        }

        fn visit_map<A: MapAccess<'b>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            Ok(Err(NotThis("an object")))
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
            Err(E::invalid_type(Unexpected::Bytes(bytes), &self))
        }
    };
}

impl<'b> DeserializeSeed<'b> for Text {
    type Value = Result<Cow<'b, str>, NotThis>;

    fn deserialize<D: Deserializer<'b>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'b> Visitor<'b> for Text {
    type Value = Result<Cow<'b, str>, NotThis>;

    other_types!();

    fn visit_borrowed_str<E: Error>(self, text: &'b str) -> Result<Self::Value, E> {
        Ok(Ok(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Ok(Cow::Owned(text.to_owned())))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Err(NotThis("a number")))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Err(NotThis("a number")))
    }
}

impl<'b> DeserializeSeed<'b> for Id {
    type Value = Result<String, NotThis>;

    fn deserialize<D: Deserializer<'b>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'b> Visitor<'b> for Id {
    type Value = Result<String, NotThis>;

    other_types!();

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Ok(text.to_owned()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Ok(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Ok(number.to_string()))
    }
}
