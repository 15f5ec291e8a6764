//! No damage to a file makes the check panic, whatever else comes of it.

mod common;

use std::sync::LazyLock;

use common::Image;
use proptest::prelude::*;
use sayso_host::inspect;

static IMAGE: LazyLock<Image> = LazyLock::new(Image::new);

fn look(bytes: &[u8]) {
    let folder = common::folder();
    let path = folder.path().join("libdamaged.so");
    std::fs::write(&path, bytes).unwrap();
    // Never opened: of those that pass, some would end the process.
    let _ = inspect(&path);
}

/// Where to flip bits: everywhere, and often in the headers, where it matters.
fn places() -> impl Strategy<Value = Vec<(usize, u8)>> {
    let len = IMAGE.bytes.len();
    let place = prop_oneof![
        0..64_usize,
        0..2048_usize,
        0..len,
        len.saturating_sub(4096)..len
    ];
    prop::collection::vec((place, 0..8_u8), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..<_>::default() })]

    #[test]
    fn flipped_bits(places in places()) {
        let mut bytes = IMAGE.bytes.clone();
        for (at, bit) in places {
            bytes[at] ^= 1 << bit;
        }
        look(&bytes);
    }

    #[test]
    fn truncations(places in places(), len in 0..IMAGE.bytes.len()) {
        let mut bytes = IMAGE.bytes.clone();
        for (at, bit) in places {
            bytes[at] ^= 1 << bit;
        }
        look(&bytes[..len]);
    }

    #[test]
    fn any_bytes_after_a_right_beginning(tail in prop::collection::vec(any::<u8>(), 0..600)) {
        let mut bytes = IMAGE.bytes[..20].to_vec();
        bytes.extend(tail);
        look(&bytes);
    }
}
