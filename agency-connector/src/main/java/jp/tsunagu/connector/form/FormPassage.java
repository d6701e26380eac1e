package jp.tsunagu.connector.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.runtime.form.JsonForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A filled form as it goes to others: what it tells of one person as one kind of detail is a part
 * of its own, for those to whom it may go. A row that names who does something goes to that agency
 * and the coordinator alone; every other row to whoever reads the whole. Nothing goes without a
 * ground that the author declared, and on consent only what the consents that stand name.
 *
 * @param parts what goes; empty where nothing does
 * @param stays what does not reach somebody it was meant for, and why
 */
public record FormPassage(List<OpenPart> parts, List<Stay> stays) {

  /** Keeps unmodifiable copies. */
  public FormPassage {
    parts = List.copyOf(parts);
    stays = List.copyOf(stays);
  }

  /**
   * From whom, and in which case.
   *
   * @param own who wrote it
   * @param applied what persons allow by this form, and by no earlier one
   * @param desk prepares every 支援会議 and reads what is meant for one before there are members
   * @param today Asia/Tokyo
   */
  public record Way(
      CaseState state,
      List<ConsentTerms> applied,
      AgencyId own,
      @Nullable AgencyId desk,
      LocalDate today) {

    /** Keeps an unmodifiable copy. */
    public Way {
      applied = List.copyOf(applied);
    }

    /** Of a form by which nobody allows anything. */
    public Way(CaseState state, AgencyId own, @Nullable AgencyId desk, LocalDate today) {
      this(state, List.of(), own, desk, today);
    }
  }

  /** What does not go. */
  public record Stay(PersonRef person, DetailKind detail, AgencyId recipient, String why) {}

  /**
   * What of this goes to whom.
   *
   * @param content as it is kept (FormWriter)
   */
  public static FormPassage of(CaseForm form, ObjectNode content, Way way) {
    return new FormPacking(form, content, way).pack();
  }

  /**
   * What of this goes to whom where it is handed out at a meeting: all of it is meant for each of
   * these, on the ground of that kind of conference, and nothing goes to anybody else. A paper has
   * no files.
   */
  public static FormPassage atTheTable(
      CaseForm form, ObjectNode content, Way way, ConferenceKind kind, Set<AgencyId> table) {
    ObjectNode meant = content.deepCopy();
    meant.remove(CaseForm.FILES.name());
    ArrayNode readers = meant.putArray(CaseForm.READERS.name());
    table.stream().sorted().forEach(agency -> readers.add(agency.value()));
    BasisKind basis =
        switch (kind) {
          case SUPPORT_CONFERENCE -> BasisKind.SUPPORT_CONFERENCE;
          case PLAN_CONFERENCE -> BasisKind.CONSENT;
        };
    ArrayNode grounds = meant.putArray(CaseForm.GROUNDS.name());
    FormPieces.persons(form, content)
        .forEach(
            person ->
                grounds
                    .addObject()
                    .put(CaseForm.PERSON.name(), person.number())
                    .put("basis", basis.name()));
    return of(form, meant, way).onlyFor(table);
  }

  private FormPassage onlyFor(Set<AgencyId> some) {
    return new FormPassage(
        parts.stream()
            .map(
                part ->
                    part.sealedFor(
                        part.told().recipients().stream()
                            .filter(some::contains)
                            .collect(Collectors.toUnmodifiableSet())))
            .filter(part -> !part.told().recipients().isEmpty())
            .toList(),
        stays.stream().filter(stay -> some.contains(stay.recipient())).toList());
  }

  /** The files that go to one of them. */
  public List<FileId> filesFor(AgencyId reader) {
    return parts.stream()
        .map(OpenPart::told)
        .filter(told -> told.recipients().contains(reader))
        .flatMap(told -> Optional.ofNullable(told.file()).stream())
        .toList();
  }

  /** Everybody who reads some of it. */
  public Set<AgencyId> recipients() {
    return parts.stream()
        .flatMap(part -> part.told().recipients().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What one of them reads, as one content of the form. */
  public ObjectNode readBy(AgencyId recipient) {
    return together(
        parts.stream()
            .map(OpenPart::told)
            .filter(told -> told.recipients().contains(recipient) && told.file() == null)
            .map(OpenPart.Told::content));
  }

  /** Contents of parts as one content of the form. */
  public static ObjectNode together(Stream<Bytes> contents) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    contents.forEach(
        content -> {
          if (JsonForm.read(content.toByteArray()) instanceof JsonForm.Readable(var root)) {
            root.properties().forEach(field -> add(whole, field.getKey(), field.getValue()));
          }
        });
    return whole;
  }

  private static void add(ObjectNode whole, String name, JsonNode value) {
    if (value.isArray() && whole.path(name).isArray()) {
      value.forEach(each -> whole.withArray(name).add(each));
    } else {
      whole.set(name, value.deepCopy());
    }
  }
}
