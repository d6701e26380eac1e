package jp.tsunagu.connector.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.form.FormPassage.Stay;
import jp.tsunagu.connector.form.FormPassage.Way;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.FormFiles;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.runtime.form.JsonForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a filled form apart by person, by kind of detail and by who does something, and puts each
 * piece into a part for those to whom it may go.
 */
final class FormPacking {

  /** What stands together: of one person, one kind of detail, for one agency or for all. */
  private record Place(int person, DetailKind detail, @Nullable AgencyId by) {}

  private final CaseForm form;
  private final ObjectNode content;
  private final Way way;
  private final PassageGrounds grounds;
  private final Map<Place, ObjectNode> places = new LinkedHashMap<>();
  private final List<OpenPart> parts = new ArrayList<>();
  private final List<Stay> stays = new ArrayList<>();

  FormPacking(CaseForm form, ObjectNode content, Way way) {
    this.form = form;
    this.content = content;
    this.way = way;
    this.grounds = new PassageGrounds(content, way);
  }

  FormPassage pack() {
    form.form().fields().stream()
        .filter(CaseForm::isOfPersons)
        .forEach(
            field -> content.path(field.name()).forEach(row -> place(field, rowForm(field), row)));
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
    SharingBasis basis = grounds.of(place.person());
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
    SharingBasis basis = grounds.of(person.number());
    Set<DetailKind> tells =
        row.path(FormFiles.TELLS.name())
            .valueStream()
            .flatMap(code -> Codes.read(DetailKind.class, code.asString("")).stream())
            .collect(Collectors.toSet());
    Set<AgencyId> readers = new HashSet<>();
    for (AgencyId recipient : meantFor(null)) {
      if (!grounds.opensContactTo(recipient)) {
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

  /** The ledger shows it: it tells neither what the part is about nor who does something. */
  private String name(PersonRef person) {
    long before = parts.stream().filter(part -> person.equals(part.person())).count();
    return form.id() + "-" + person.number() + "-" + (before + 1);
  }

  /**
   * Who does what is told, and the coordinator; what nobody is named for, whoever reads the whole.
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

  /** Whether this goes there; if not, why it does not is noted. */
  private boolean mayGo(
      PersonRef person, DetailKind detail, @Nullable SharingBasis basis, AgencyId recipient) {
    String why = grounds.why(person, detail, basis, recipient);
    if (!why.isEmpty()) {
      stays.add(new Stay(person, detail, recipient, why));
    }
    return why.isEmpty();
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
