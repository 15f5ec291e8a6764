//! What tagger, learning program and build script share: how forms are looked at, how
//! counts become decisions, which contexts a rule may name.
#![allow(dead_code)]

pub mod auxiliary;
pub mod choice;
pub mod class;
pub mod ending;
pub mod inflection;
pub mod look;
pub mod mark;
pub mod template;
