package jp.tsunagu.connector.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.FileNote;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.connector.sheet.Passage;
import jp.tsunagu.connector.sheet.PersonField;
import jp.tsunagu.connector.sheet.PersonForm;
import jp.tsunagu.connector.sheet.TsunaguSheet;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentScope;
import org.jspecify.annotations.Nullable;

/**
 * What the receiver of a sheet will read, part by part, and of each person what may go there and
 * what may not, by the consents as they are ticked now.
 */
final class SheetPreview {

  private static final Map<String, DetailKind> DETAILS =
      Arrays.stream(PersonField.values())
          .collect(Collectors.toUnmodifiableMap(PersonField::label, PersonField::detail));

  private final TsunaguSheet sheet;
  private final AgencyId receiver;
  private final LocalDate today;

  SheetPreview(TsunaguSheet sheet, AgencyId receiver, LocalDate today) {
    this.sheet = sheet;
    this.receiver = receiver;
    this.today = today;
  }

  /**
   * A line of a part.
   *
   * @param isMissing whether it has no basis towards the receiver
   */
  record Line(String label, String value, boolean isMissing) {}

  /**
   * A part.
   *
   * @param why why it cannot go as it is; empty where it can
   */
  record Part(String title, List<Line> lines, String why) {

    /** Keeps an unmodifiable copy. */
    Part {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Of one person.
   *
   * @param goes what the receiver will be told; empty for nothing
   * @param stays what it will not be told
   * @param why why that stays
   */
  record Person(String who, String goes, String stays, String why) {}

  /** Each part as the receiver would hold it. */
  List<Part> parts(AgencyId own, OpenDossier dossier, Instant now) {
    return read(dossier)
        .flatMap(
            part ->
                ContentPart.of(held(own, dossier.dossierId(), part, now)).stream()
                    .map(shown -> part(part, shown)))
        .toList();
  }

  /** What of it people of the receiver will read. */
  private Stream<OpenPart> read(OpenDossier dossier) {
    return dossier.parts().stream()
        .filter(part -> part.kind() != PartKind.SUBJECT_TOKEN)
        .filter(part -> part.told().recipients().contains(receiver));
  }

  private Part part(OpenPart part, ContentPart shown) {
    Set<DetailKind> lacking = lacking(part);
    boolean byField = part.kind() == PartKind.PERSON || part.kind() == PartKind.WHEREABOUTS;
    return new Part(
        shown.title(),
        shown.rows().stream()
            .map(
                row -> new Line(row.label(), row.value(), isMissing(row.label(), byField, lacking)))
            .toList(),
        lacking.isEmpty() ? "" : why(part.person(), lacking));
  }

  /** A line of a person tells one kind of detail; of what is told as one, all is missing. */
  private static boolean isMissing(String label, boolean byField, Set<DetailKind> lacking) {
    DetailKind detail = byField ? DETAILS.get(label) : null;
    return detail == null ? !lacking.isEmpty() : lacking.contains(detail);
  }

  private String why(@Nullable PersonRef person, Set<DetailKind> lacking) {
    ConsentScope scope = scope(person);
    if (scope.allowed().isEmpty()) {
      return "この相手への同意がありません。このままでは受け付けられません。「同意」に書くか、この人の欄を共有しないでください。";
    }
    return "同意の範囲に「"
        + Passage.words(lacking)
        + "」がありません。このままでは受け付けられません。「同意の範囲」に加えるか、渡さない内容に選んでください。";
  }

  /** What has no basis towards the receiver; what rests on something else is judged elsewhere. */
  private Set<DetailKind> lacking(OpenPart part) {
    SharingBasis basis = part.basis();
    return basis == null || basis.kind() != BasisKind.CONSENT
        ? Set.of()
        : scope(part.person()).lacking(part.details());
  }

  private ConsentScope scope(@Nullable PersonRef person) {
    return ConsentScope.of(
        sheet.consents().stream().filter(terms -> terms.person().equals(person)).toList(),
        ConsentPurpose.COMPREHENSIVE_SUPPORT,
        receiver,
        today);
  }

  /** A row for every person of the sheet. */
  List<Person> persons(@Nullable OpenDossier dossier) {
    return sheet.dossier().persons().stream().map(row -> person(row, dossier)).toList();
  }

  private Person person(PersonForm row, @Nullable OpenDossier dossier) {
    String who = "世帯員" + row.person().number();
    if (!row.shared()) {
      return new Person(who, "", "この人について書いたこと", "共有しないことになっています。");
    }
    Set<DetailKind> told = new HashSet<>();
    Set<DetailKind> lacking = new HashSet<>();
    Stream.ofNullable(dossier)
        .flatMap(this::read)
        .filter(part -> row.person().equals(part.person()))
        .forEach(
            part -> {
              told.addAll(part.details());
              lacking.addAll(lacking(part));
            });
    told.removeAll(lacking);
    Set<DetailKind> stays = new HashSet<>(lacking);
    stays.addAll(row.omitted());
    String why =
        (lacking.isEmpty() ? "" : why(row.person(), lacking))
            + (row.omitted().isEmpty()
                ? ""
                : "「" + Passage.words(row.omitted()) + "」は渡さない内容に選ばれています。");
    return new Person(who, Passage.words(told), Passage.words(stays), why);
  }

  /** As the receiver will hold it. */
  static DossierView held(AgencyId own, DossierId dossier, OpenPart part, Instant now) {
    return new DossierView(
        dossier, new CaseId(dossier.value()), Optional.empty(), own, now, List.of(open(part)));
  }

  private static Bytes shown(OpenPart part) {
    Bytes content = part.told().content();
    return part.kind() == PartKind.FILE ? FileNote.shown(content) : content;
  }

  private static PartView open(OpenPart part) {
    return new PartView(
        part.name(),
        part.kind(),
        Optional.ofNullable(part.person()),
        part.details(),
        PartView.Sharing.of(part),
        part.namesNoOne(),
        Optional.ofNullable(part.form()),
        new PartView.Content.Open(new Sensitive<>(shown(part))));
  }
}
