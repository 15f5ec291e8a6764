use crate::show::tokens;
use sayso_model::Shape;

#[test]
fn clitics_are_cut_off() {
    assert_eq!(tokens("I don't."), "w:I w:do c:n't p:.");
    assert_eq!(
        tokens("Moscow’s they're we'll I've he'd I'm"),
        "w:Moscow c:’s w:they c:'re w:we c:'ll w:I c:'ve w:he c:'d w:I c:'m"
    );
    assert_eq!(tokens("voters' rights"), "w:voters c:' w:rights");
    assert_eq!(tokens("cannot can't"), "w:can c:not w:ca c:n't");
    assert_eq!(tokens("shouldn't've"), "w:should c:n't c:'ve");
    assert_eq!(tokens("the U.S.'s"), "w:the w:U.S. c:'s");
    assert_eq!(tokens("\"Hamilton\"'s"), "<:\" w:Hamilton >:\" c:'s");
}

#[test]
fn words_keep_what_is_inside_them() {
    for word in [
        "O'Neill",
        "rock'n'roll",
        "'em",
        "'tis",
        "'Twas",
        "’cause",
        "'n'",
        "two-plus-two",
        "U.S.-led",
        "39-year-old",
        "AT&T",
        "Q&A",
        "café",
        "Москва",
        "日本語",
        "Amazon.com",
        "a_b",
    ] {
        assert_eq!(tokens(word), format!("w:{word}"));
    }
    assert_eq!(tokens("and/or"), "w:and p:/ w:or");
    assert_eq!(tokens("rock 'n' roll"), "w:rock w:'n' w:roll");
    assert_eq!(tokens("(R-Ariz.)"), "p:( w:R-Ariz. p:)");
}

#[test]
fn abbreviations_keep_their_stop() {
    for word in [
        "Sen.", "Gov.", "Mr.", "Ms.", "U.S.", "D.C.", "a.m.", "R-Ariz.", "Calif.", "Jan.", "Inc.",
        "St.", "Jr.", "J.K.", "Ph.D.", "D-N.Y.",
    ] {
        assert_eq!(tokens(word), format!("w:{word}"));
        assert!(crate::parse(word).tokens[0].shape.has(Shape::ABBREVIATION));
    }
    assert_eq!(tokens("No. 5. No."), "w:No. n:5 p:. w:No p:.");
    assert_eq!(tokens("George W. Bush"), "w:George w:W. w:Bush");
    assert_eq!(
        tokens("Acme Inc.’s Sen.\u{a0}Doe"),
        "w:Acme w:Inc. c:’s w:Sen. w:Doe"
    );
    assert_eq!(tokens("in the U.S."), "w:in w:the w:U.S.");
    assert_eq!(tokens("Plan B."), "w:Plan w:B p:.");
    assert_eq!(tokens("So do I."), "w:So w:do w:I p:.");
}

#[test]
fn numbers_and_signs() {
    for number in [
        "1,200", "3.5", "10:30", "9/11", "1990s", "21st", "3.5bn", "200km", "5-4", "'90s", "’08",
        "٣٤",
    ] {
        assert_eq!(tokens(number), format!("n:{number}"));
    }
    assert_eq!(tokens("39,"), "n:39 p:,");
    assert_eq!(
        tokens("$5 US$5 C$5 £5.20 10%."),
        "s:$ n:5 s:US$ n:5 s:C$ n:5 s:£ n:5.20 n:10 s:% p:."
    );
    assert_eq!(tokens("fell .5 percent"), "w:fell n:.5 w:percent");
    assert_eq!(tokens("the 1990's"), "w:the n:1990 c:'s");
}

#[test]
fn addresses() {
    assert_eq!(
        tokens("See https://a.com/b."),
        "w:See a:https://a.com/b p:."
    );
    assert_eq!(tokens("(www.a.org)"), "p:( a:www.a.org p:)");
    assert_eq!(
        tokens("j.doe@news.org, x@y.com"),
        "a:j.doe@news.org p:, a:x@y.com"
    );
    assert_eq!(tokens("@jane: #tag! #2"), "a:@jane p:: a:#tag p:! s:# n:2");
}

#[test]
fn marks_and_symbols() {
    assert_eq!(
        tokens("Well... no -- yes…?!"),
        "w:Well p:... w:no p:-- w:yes p:… p:?!"
    );
    assert_eq!(tokens("a\0\0b 👩‍👩‍👧x ❤️"), "w:a s:\0\0 w:b s:👩‍👩‍👧 w:x s:❤️");
    assert_eq!(tokens("\u{feff}Hi"), "w:Hi");
    assert_eq!(tokens("a\u{feff}b"), "w:a s:\u{feff} w:b");
}
