package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.access.AccessEntry;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.sheet.InternalNoteFields;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was given content, as who is entitled reads it.
 *
 * @param number in the agency's access log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessView(
    @Schema(description = "記録の番号") long number,
    @Schema(description = "渡した日時") Instant at,
    @Flat Given to,
    CaseId caseId,
    @Nullable ReferralId referralId,
    @Nullable DossierId dossierId,
    @Schema(description = "読めた欄") List<Part> parts) {

  private static final Pattern PART =
      Pattern.compile("([a-z]+(?:-[a-z]+)*)(?:-(\\d{1,3})(?:-.+)?)?");
  private static final Map<String, PartKind> KINDS =
      Map.of(
          "person", PartKind.PERSON,
          "whereabouts", PartKind.WHEREABOUTS,
          "household", PartKind.HOUSEHOLD,
          "note", PartKind.NOTE,
          "staff", PartKind.STAFF,
          "token", PartKind.SUBJECT_TOKEN,
          "file", PartKind.FILE);

  /** Keeps an unmodifiable copy. */
  public AccessView {
    parts = List.copyOf(parts);
  }

  /**
   * Who was given it, and how.
   *
   * @param kind a person, a system, the exchange folder
   * @param reader the account of a person, or the name of a system's token
   * @param name of a person who is known here
   * @param way on a page, by the interface, into the folder, on paper, with all records
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Given(
      @Schema(description = "人・システム・連携フォルダ") Coded kind,
      @Schema(description = "人のアカウント、またはトークンの名前") String reader,
      @Schema(description = "人の氏名(分かる場合)") @Nullable String name,
      @Schema(description = "画面・API・フォルダ・印刷・記録の持ち出し") Coded way) {

    private static Given of(Reader reader, Map<String, Colleague> known) {
      Colleague colleague = reader.kind() == Reader.Kind.PERSON ? known.get(reader.id()) : null;
      return new Given(
          new Coded(reader.kind().name(), reader.kind().label()),
          reader.id(),
          colleague == null || colleague.name().isEmpty() ? null : colleague.name(),
          new Coded(reader.way().name(), reader.way().label()));
    }
  }

  /**
   * A part that could be read.
   *
   * @param label as a person reads it
   * @param basis the grounds on which it was shared; none for what needs none
   */
  @Schema(name = "AccessedPart")
  public record Part(
      @Schema(description = "欄の名前") String name,
      @Schema(description = "欄の呼び名") String label,
      @Schema(description = "共有の根拠") List<Coded> basis) {

    /** Keeps an unmodifiable copy. */
    public Part {
      basis = List.copyOf(basis);
    }
  }

  /**
   * As it is shown.
   *
   * @param known colleagues by account
   * @param directory which forms the city has
   */
  public static AccessView of(
      AccessEntry entry, Map<String, Colleague> known, NetworkDirectory directory) {
    return new AccessView(
        entry.number(),
        entry.at(),
        Given.of(entry.reader(), known),
        entry.caseId(),
        entry.referralId().orElse(null),
        entry.dossierId().orElse(null),
        entry.parts().stream().map(part -> part(part, directory)).toList());
  }

  /** Who it was, in one line. */
  public String who() {
    return Stream.of(to.name(), to.reader(), to.kind().label())
        .filter(text -> text != null && !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** What could be read, in one line. */
  public String what() {
    return parts.stream().map(Part::label).collect(Collectors.joining("・"));
  }

  private static Part part(AccessEntry.Part part, NetworkDirectory directory) {
    return new Part(part.name(), label(part.name(), directory), basis(part.basis()));
  }

  /** What a person calls the part with this name. */
  public static String label(String name, NetworkDirectory directory) {
    Matcher parts = PART.matcher(name);
    if (!parts.matches()) {
      return name;
    }
    Optional<String> kind = kind(parts.group(1), directory);
    return kind.isEmpty() || parts.group(2) == null
        ? kind.orElse(name)
        : kind.get() + "(世帯員" + parts.group(2) + ")";
  }

  private static Optional<String> kind(String name, NetworkDirectory directory) {
    return name.equals(ShownDossiers.NOTE)
        ? Optional.of(InternalNoteFields.FORM.title())
        : Optional.ofNullable(KINDS.get(name))
            .map(PartKind::label)
            .or(() -> CityForms.find(name, directory).map(CaseForm::title));
  }

  private static List<Coded> basis(String codes) {
    return Stream.of(codes.split(" "))
        .filter(code -> !code.isEmpty())
        .map(
            code ->
                Codes.read(BasisKind.class, code)
                    .map(BasisKind::label)
                    .or(() -> Codes.read(Statute.class, code).map(Statute::label))
                    .map(label -> new Coded(code, label))
                    .orElseGet(() -> new Coded(code, code)))
        .toList();
  }
}
