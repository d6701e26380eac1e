package jp.tsunagu.connector.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.Protection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a form apart so that, by construction, what was written of a person stands in that person's
 * part and nowhere else. What it tells ({@link DetailKind}) is derived from what was filled in.
 */
public final class DossierParts {

  private static final String NOTE = "note";

  private final Set<AgencyId> recipients;
  private final @Nullable Protection protection;
  private final Set<AgencyId> desk;
  private final SubjectTokens tokens;

  /**
   * Parts for these recipients.
   *
   * @param recipients who shall be able to open it, without the sender
   * @param protection of the case: contact and whereabouts then stand apart, for named agencies
   *     only
   * @param desk the coordination desk, the only one that gets subject tokens
   */
  public DossierParts(
      Set<AgencyId> recipients,
      @Nullable Protection protection,
      @Nullable AgencyId desk,
      SubjectTokens tokens) {
    this.recipients = Set.copyOf(recipients);
    this.protection = protection;
    this.desk = desk != null && recipients.contains(desk) ? Set.of(desk) : Set.of();
    this.tokens = tokens;
  }

  /**
   * A note, and who reads it.
   *
   * @param name that of a further one says who reads it, and nothing of the rest
   * @param readers some of the recipients
   */
  private record Addressed(String name, NoteForm note, Set<AgencyId> readers) {}

  /** The parts of what is to be shared; empty if nothing is. */
  public List<OpenPart> of(DossierForm form) {
    return of(form, Stream.ofNullable(form.note()).map(this::toAll).toList());
  }

  private Addressed toAll(NoteForm note) {
    return new Addressed(NOTE, note, recipients);
  }

  /** The parts of a whole sheet: each 紹介先 reads why it was chosen, and no other does. */
  public List<OpenPart> of(TsunaguSheet sheet, AgencyId first) {
    List<Addressed> notes = new ArrayList<>();
    NoteForm note = sheet.dossier().note();
    if (note != null) {
      notes.add(new Addressed(NOTE, note, Set.of(first)));
    }
    for (FurtherReferral further : sheet.further()) {
      NoteForm reason = further.reason();
      if (reason != null) {
        AgencyId reader = further.referral().receiverOr(first);
        notes.add(new Addressed(NOTE + "-" + reader, reason, Set.of(reader)));
      }
    }
    return of(sheet.dossier(), notes);
  }

  private List<OpenPart> of(DossierForm form, List<Addressed> notes) {
    List<OpenPart> parts = new ArrayList<>();
    form.persons().stream().filter(PersonForm::shared).forEach(row -> addPerson(parts, row));
    HouseholdForm household = form.household();
    if (household != null && household.shared() && !household.rows().value().isEmpty()) {
      parts.add(household(household));
    }
    notes.stream().map(DossierParts::note).forEach(parts::add);
    if (form.staff() != null) {
      parts.add(staff(form.staff()));
    }
    Set<AgencyId> readers = isProtected() ? named() : recipients;
    for (int i = 0; i < form.files().size() && !readers.isEmpty(); i++) {
      parts.add(file(form.files().get(i), i + 1, readers));
    }
    return parts;
  }

  private void addPerson(List<OpenPart> parts, PersonForm row) {
    Predicate<DetailKind> told =
        detail -> !row.omitted().contains(detail) && !(isProtected() && isWhereabouts(detail));
    add(parts, PartKind.PERSON, "person-", row, told, recipients);
    if (isProtected() && !row.omitted().contains(DetailKind.CONTACT)) {
      add(parts, PartKind.WHEREABOUTS, "whereabouts-", row, this::isWhereabouts, named());
    }
    if (!desk.isEmpty()) {
      tokens.of(row).ifPresent(token -> parts.add(token(row, token)));
    }
  }

  private void add(
      List<OpenPart> parts,
      PartKind kind,
      String prefix,
      PersonForm row,
      Predicate<DetailKind> told,
      Set<AgencyId> readers) {
    Set<DetailKind> details = details(row, told);
    if (!details.isEmpty() && !readers.isEmpty()) {
      PersonRef person = row.person();
      parts.add(
          new OpenPart(
              prefix + person.number(),
              kind,
              person,
              details,
              row.basis(),
              readers,
              PartContent.person(row, told),
              DossierFields.PERSON_SHEET));
    }
  }

  private static Set<DetailKind> details(PersonForm row, Predicate<DetailKind> told) {
    Set<DetailKind> details = new HashSet<>();
    row.values().value().keySet().forEach(field -> details.add(field.detail()));
    row.troubles().value().forEach(trouble -> details.add(trouble.detail()));
    if (row.memberNote() != null) {
      details.add(DetailKind.HOUSEHOLD);
    }
    return details.stream().filter(told).collect(Collectors.toUnmodifiableSet());
  }

  private OpenPart household(HouseholdForm form) {
    return new OpenPart(
        "household",
        PartKind.HOUSEHOLD,
        form.toldBy(),
        Set.of(DetailKind.HOUSEHOLD),
        form.basis(),
        recipients,
        PartContent.household(form),
        DossierFields.HOUSEHOLD_SHEET);
  }

  private OpenPart token(PersonForm row, String token) {
    ObjectNode content = PartContent.object();
    content.put("token", token);
    SharingBasis basis = row.basis();
    return new OpenPart(
        "token-" + row.person().number(),
        PartKind.SUBJECT_TOKEN,
        row.person(),
        Set.of(DetailKind.IDENTITY),
        basis,
        desk,
        PartContent.bytes(content),
        null);
  }

  /** On the basis of whom it is about, as what that person came for; else of nobody. */
  private static OpenPart note(Addressed addressed) {
    NoteForm note = addressed.note();
    PersonRef about = note.about();
    return new OpenPart(
        addressed.name(),
        PartKind.NOTE,
        about,
        about == null ? Set.of() : Set.of(DetailKind.CONSULTATION),
        about == null ? null : note.basis(),
        new OpenPart.Told(addressed.readers(), PartContent.note(note.text())),
        DossierFields.NOTE_SHEET,
        about == null);
  }

  /** What stands in it is known once it is stored; its number says nothing but its place. */
  private static OpenPart file(FileForm file, int number, Set<AgencyId> readers) {
    return new OpenPart(
        "file-" + number,
        PartKind.FILE,
        file.about(),
        file.tells(),
        file.basis(),
        new OpenPart.Told(readers, Bytes.copyOf(new byte[0]), file.file()),
        FileFields.SHEET,
        false);
  }

  private OpenPart staff(Sensitive<DossierForm.Staff> staff) {
    return new OpenPart(
        "staff",
        PartKind.STAFF,
        null,
        Set.of(),
        null,
        recipients,
        PartContent.staff(staff),
        DossierFields.STAFF_SHEET);
  }

  private boolean isProtected() {
    return protection != null;
  }

  private boolean isWhereabouts(DetailKind detail) {
    return detail == DetailKind.CONTACT;
  }

  private Set<AgencyId> named() {
    return protection == null
        ? Set.of()
        : recipients.stream()
            .filter(protection.named()::contains)
            .collect(Collectors.toUnmodifiableSet());
  }
}
