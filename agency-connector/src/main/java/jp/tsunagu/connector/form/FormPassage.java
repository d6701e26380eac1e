package jp.tsunagu.connector.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.FormFiles;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ConsentScope;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.wording.Codes;
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
    return new Packing(form, content, way).pack();
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

  /** What stands together: of one person, one kind of detail, for one agency or for all. */
  private record Place(int person, DetailKind detail, @Nullable AgencyId by) {}

  private static final class Packing {

    private final CaseForm form;
    private final ObjectNode content;
    private final Way way;
    private final Map<Place, ObjectNode> places = new LinkedHashMap<>();
    private final List<OpenPart> parts = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>();

    Packing(CaseForm form, ObjectNode content, Way way) {
      this.form = form;
      this.content = content;
      this.way = way;
    }

    FormPassage pack() {
      form.form().fields().stream()
          .filter(CaseForm::isOfPersons)
          .forEach(
              field ->
                  content.path(field.name()).forEach(row -> place(field, rowForm(field), row)));
      places.forEach(this::seal);
      content.path(CaseForm.FILES.name()).forEach(this::sealFile);
      Set<AgencyId> all =
          parts.stream()
              .flatMap(part -> part.told().recipients().stream())
              .collect(Collectors.toSet());
      if (!all.isEmpty()) {
        parts.addFirst(ofNobody(all));
      }
      return new FormPassage(parts, stays);
    }

    private static List<FormField<?>> rowForm(FormField<?> field) {
      return field.kind() instanceof Kind.Rows rows ? rows.form().fields() : List.of();
    }

    private void place(FormField<?> rows, List<FormField<?>> fields, JsonNode row) {
      int person = FormPieces.person(row);
      AgencyId by =
          fields.contains(CaseForm.BY)
              ? new AgencyId(row.path(CaseForm.BY.name()).asString(""))
              : null;
      Map<DetailKind, ObjectNode> told = new LinkedHashMap<>();
      for (FormField<?> field : fields) {
        if (row.has(field.name()) && !field.equals(CaseForm.PERSON)) {
          told.computeIfAbsent(detail(field, row), _ -> JsonNodeFactory.instance.objectNode())
              .set(field.name(), row.get(field.name()));
        }
      }
      told.forEach(
          (detail, some) ->
              places
                  .computeIfAbsent(
                      new Place(person, detail, by), _ -> JsonNodeFactory.instance.objectNode())
                  .withArray(rows.name())
                  .add(some.put(CaseForm.PERSON.name(), person)));
    }

    /** What the field says it tells, else what its row says, else the consultation. */
    private static DetailKind detail(FormField<?> field, JsonNode row) {
      DetailKind tells = field.tells();
      return tells != null
          ? tells
          : Codes.read(DetailKind.class, row.path(CaseForm.ABOUT.name()).asString(""))
              .orElse(DetailKind.CONSULTATION);
    }

    private void seal(Place place, ObjectNode told) {
      PersonRef person = new PersonRef(place.person());
      SharingBasis basis = ground(place.person());
      Set<AgencyId> readers = new HashSet<>();
      for (AgencyId recipient : meantFor(place.by())) {
        if (mayGo(person, place.detail(), basis, recipient)) {
          readers.add(recipient);
        }
      }
      if (!readers.isEmpty()) {
        parts.add(
            new OpenPart(
                name(person),
                PartKind.NOTE,
                person,
                Set.of(place.detail()),
                basis,
                readers,
                bytes(told),
                form.form().ref()));
      }
    }

    /** It goes whole or not at all, and may show an address whatever is said of it. */
    private void sealFile(JsonNode row) {
      PersonRef person = new PersonRef(FormPieces.person(row));
      SharingBasis basis = ground(person.number());
      Set<DetailKind> tells =
          row.path(FormFiles.TELLS.name())
              .valueStream()
              .flatMap(code -> Codes.read(DetailKind.class, code.asString("")).stream())
              .collect(Collectors.toSet());
      Set<AgencyId> readers = new HashSet<>();
      for (AgencyId recipient : meantFor(null)) {
        if (!opensContactTo(recipient)) {
          stays.add(new Stay(person, DetailKind.CONTACT, recipient, "保護案件(支援措置)のため、添付ファイルは渡りません。"));
        } else {
          boolean mayGo = true;
          for (DetailKind detail : tells) {
            mayGo &= mayGo(person, detail, basis, recipient);
          }
          if (mayGo) {
            readers.add(recipient);
          }
        }
      }
      if (!readers.isEmpty()) {
        parts.add(
            new OpenPart(
                name(person),
                PartKind.FILE,
                person,
                tells,
                basis,
                new OpenPart.Told(readers, Bytes.copyOf(new byte[0]), FormPieces.file(row)),
                form.form().ref(),
                false));
      }
    }

    /** Whether this goes there; if not, why it does not is noted. */
    private boolean mayGo(
        PersonRef person, DetailKind detail, @Nullable SharingBasis basis, AgencyId recipient) {
      String why = basis == null ? "この人の根拠が選ばれていません。" : why(person, detail, basis, recipient);
      if (!why.isEmpty()) {
        stays.add(new Stay(person, detail, recipient, why));
      }
      return why.isEmpty();
    }

    private boolean opensContactTo(AgencyId recipient) {
      Protection protection = way.state().protection();
      return protection == null || protection.opensContactTo(recipient);
    }

    /** The ledger shows it: it tells neither what the part is about nor who does something. */
    private String name(PersonRef person) {
      long before = parts.stream().filter(part -> person.equals(part.person())).count();
      return form.id() + "-" + person.number() + "-" + (before + 1);
    }

    /**
     * Who does what is told, and the coordinator; what nobody is named for, whoever reads the
     * whole.
     */
    private List<AgencyId> meantFor(@Nullable AgencyId by) {
      Stream<AgencyId> meant =
          by == null
              ? content
                  .path(CaseForm.READERS.name())
                  .valueStream()
                  .map(id -> new AgencyId(id.asString("")))
              : Stream.concat(Stream.of(by), way.state().coordinator().stream());
      return meant.distinct().filter(agency -> !agency.equals(way.own())).toList();
    }

    private @Nullable SharingBasis ground(int person) {
      return content
          .path(CaseForm.GROUNDS.name())
          .valueStream()
          .filter(row -> FormPieces.person(row) == person)
          .findFirst()
          .flatMap(Packing::ground)
          .orElse(null);
    }

    private static Optional<SharingBasis> ground(JsonNode row) {
      Statute statute = Codes.read(Statute.class, row.path("statute").asString("")).orElse(null);
      return Codes.read(BasisKind.class, row.path("basis").asString(""))
          .map(kind -> new SharingBasis(kind, statute));
    }

    /**
     * Why it may not go there; empty where it may. Whether a statute allows it says the network.
     */
    private String why(
        PersonRef person, DetailKind detail, SharingBasis basis, AgencyId recipient) {
      if (detail == DetailKind.CONTACT && !opensContactTo(recipient)) {
        return "保護案件(支援措置)のため、住所・連絡先は渡りません。";
      }
      return switch (basis.kind()) {
        case CONSENT -> {
          ConsentScope scope =
              ConsentScope.in(
                  way.state(), way.applied(), person, way.own(), recipient, way.today());
          yield scope.lacking(Set.of(detail)).isEmpty()
              ? ""
              : "この相手への同意の範囲に「" + detail.label() + "」がありません。";
        }
        case SUPPORT_CONFERENCE -> isOfTheConference(recipient) ? "" : "この相手は支援会議の構成員ではありません。";
        case LAW -> "";
      };
    }

    /** A member as far as this agency knows: who asked for a 支援会議, or was called to one. */
    private boolean isOfTheConference(AgencyId recipient) {
      return way.state().members().contains(recipient)
          || recipient.equals(way.desk())
          || way.state().meetings().stream()
              .filter(item -> item.conference() == ConferenceKind.SUPPORT_CONFERENCE)
              .anyMatch(
                  item ->
                      item.requestedBy().equals(recipient)
                          || item.notice().invited().contains(recipient));
    }

    /** Dates, codes and who wrote it: what tells of nobody, for whoever reads anything. */
    private OpenPart ofNobody(Set<AgencyId> all) {
      ObjectNode told = JsonNodeFactory.instance.objectNode();
      Set<String> kept = new TreeSet<>(Set.of(CaseForm.READERS.name(), CaseForm.GROUNDS.name()));
      form.form().fields().stream()
          .filter(field -> !CaseForm.isKeptByPerson(field) && !kept.contains(field.name()))
          .filter(field -> content.has(field.name()))
          .forEach(field -> told.set(field.name(), content.get(field.name())));
      return new OpenPart(
          form.id(), PartKind.STAFF, null, Set.of(), null, all, bytes(told), form.form().ref());
    }

    private static Bytes bytes(ObjectNode told) {
      return Bytes.copyOf(JsonForm.MAPPER.writeValueAsBytes(told));
    }
  }
}
