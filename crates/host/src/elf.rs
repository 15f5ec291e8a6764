//! Whether an ELF file is a whole shared library for this machine.
//!
//! The `object` crate would report most of this too, but not in words that tell a user what
//! to do: it is made for files that are right.

use object::Endianness;
use object::elf;
use object::read::elf::{FileHeader, ProgramHeader, SectionHeader};

use crate::error::Reason;

const CLASS: usize = 4;
const BYTE_ORDER: usize = 5;
const SYSTEM: usize = 7;

/// Checks the header, and that all segments and sections lie within the file.
pub(crate) fn check(bytes: &[u8]) -> Result<(), Reason> {
    let native_class = if cfg!(target_pointer_width = "64") {
        2
    } else {
        1
    };
    let native_order = if cfg!(target_endian = "little") { 1 } else { 2 };
    let class = bytes.get(CLASS).copied().unwrap_or(0);
    let order = bytes.get(BYTE_ORDER).copied().unwrap_or(0);
    if class != native_class || order != native_order {
        return Err(Reason::Platform {
            met: format!("{} {}", width(class), byte_order(order)),
            expected: format!("{} {}", width(native_class), byte_order(native_order)),
        });
    }
    match class {
        1 => check_class::<elf::FileHeader32<Endianness>>(bytes),
        _ => check_class::<elf::FileHeader64<Endianness>>(bytes),
    }
}

fn check_class<Elf: FileHeader<Endian = Endianness>>(bytes: &[u8]) -> Result<(), Reason> {
    let len = bytes.len() as u64;
    within("the file header", 0, size_of::<Elf>() as u64, len)?;
    let header = Elf::parse(bytes).map_err(damaged)?;
    let endian = header.endian().map_err(damaged)?;

    let machine = header.e_machine(endian).0;
    if native_machine().is_some_and(|native| native != machine) {
        return Err(Reason::Platform {
            met: machine_name(machine),
            expected: std::env::consts::ARCH.to_owned(),
        });
    }
    let system = bytes[SYSTEM];
    let linux = [elf::ELFOSABI_NONE.0, elf::ELFOSABI_GNU.0];
    if cfg!(target_os = "linux") && !linux.contains(&system) {
        return Err(Reason::Platform {
            met: system_name(system),
            expected: "Linux".to_owned(),
        });
    }
    let kind = header.e_type(endian);
    if kind != elf::ET_DYN {
        return Err(Reason::NotALibrary(
            match kind {
                elf::ET_REL => "an object file",
                elf::ET_EXEC => "a program",
                elf::ET_CORE => "a core dump",
                _ => "an ELF file of unknown type",
            }
            .to_owned(),
        ));
    }

    let count: u64 = header.phnum(endian, bytes).map_err(damaged)?.into();
    let table = count * size_of::<Elf::ProgramHeader>() as u64;
    within(
        "the table of segments",
        header.e_phoff(endian).into(),
        table,
        len,
    )?;
    let segments = header.program_headers(endian, bytes).map_err(damaged)?;
    if segments.is_empty() {
        return Err(Reason::Damaged("it has no segments".to_owned()));
    }
    for segment in segments {
        let (offset, size) = segment.file_range(endian);
        within(&format!("the segment at {offset}"), offset, size, len)?;
        let memory: u64 = segment.p_memsz(endian).into();
        if segment.p_type(endian) == elf::PT_LOAD && memory < size {
            return Err(Reason::Damaged(format!(
                "the segment at {offset} has {size} bytes in the file but {memory} in memory"
            )));
        }
    }

    let offset: u64 = header.e_shoff(endian).into();
    // A number too large for its field is kept in the first header.
    let count = match header.e_shnum(endian) {
        0 if offset != 0 => 1,
        count => u64::from(count),
    };
    let table = count * size_of::<Elf::SectionHeader>() as u64;
    within("the table of sections", offset, table, len)?;
    for section in header.section_headers(endian, bytes).map_err(damaged)? {
        if let Some((offset, size)) = section.file_range(endian) {
            within(&format!("the section at {offset}"), offset, size, len)?;
        }
    }
    Ok(())
}

/// Checks that `size` bytes from `offset` on lie within a file of `len` bytes.
pub(crate) fn within(what: &str, offset: u64, size: u64, len: u64) -> Result<(), Reason> {
    match offset.checked_add(size) {
        Some(end) if end <= len => Ok(()),
        Some(end) => Err(Reason::Truncated {
            what: what.to_owned(),
            end,
            len,
        }),
        None => Err(Reason::Damaged(format!("{what} ends nowhere"))),
    }
}

fn damaged(error: object::Error) -> Reason {
    Reason::Damaged(error.to_string())
}

const MACHINES: [(u16, &str); 9] = [
    (elf::EM_X86_64.0, "x86_64"),
    (elf::EM_AARCH64.0, "aarch64"),
    (elf::EM_386.0, "x86"),
    (elf::EM_ARM.0, "arm"),
    (elf::EM_RISCV.0, "riscv64"),
    (elf::EM_PPC64.0, "powerpc64"),
    (elf::EM_S390.0, "s390x"),
    (elf::EM_LOONGARCH.0, "loongarch64"),
    (elf::EM_MIPS.0, "mips64"),
];

/// This machine's number; `None` where it has no name here and is not checked.
fn native_machine() -> Option<u16> {
    let native = MACHINES
        .iter()
        .find(|(_, name)| *name == std::env::consts::ARCH);
    native.map(|&(number, _)| number)
}

fn machine_name(number: u16) -> String {
    match MACHINES.iter().find(|(known, _)| *known == number) {
        Some((_, name)) => (*name).to_owned(),
        None => format!("an unknown machine (number {number})"),
    }
}

fn system_name(number: u8) -> String {
    match number {
        6 => "Solaris".to_owned(),
        9 => "FreeBSD".to_owned(),
        12 => "OpenBSD".to_owned(),
        _ => format!("another system (number {number})"),
    }
}

fn width(class: u8) -> &'static str {
    match class {
        1 => "32-bit",
        2 => "64-bit",
        _ => "unknown width",
    }
}

fn byte_order(order: u8) -> &'static str {
    match order {
        1 => "little-endian",
        2 => "big-endian",
        _ => "unknown byte order",
    }
}
