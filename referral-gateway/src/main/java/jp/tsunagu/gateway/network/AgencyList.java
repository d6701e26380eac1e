package jp.tsunagu.gateway.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.AgencyWork;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingContact;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.runtime.mail.MailAddresses;

/** Reads the agencies (機関) of the file. */
final class AgencyList {

  static final String[] KEYS = {
    "id",
    "name",
    "kind",
    "statisticsField",
    "participation",
    "areas",
    "mayCoordinate",
    "programmes",
    "countsConsultations",
    "dutyContact",
    "mail"
  };
  private static final Choices<AgencyKind> KINDS =
      Choices.of(AgencyKind.values(), AgencyKind::label);
  private static final Choices<StatisticsField> FIELDS =
      Choices.of(StatisticsField.values(), StatisticsField::label);
  private static final Choices<Participation> PARTICIPATIONS =
      Choices.of(Participation.values(), Participation::label);
  private static final Choices<Programme> PROGRAMMES =
      Choices.of(Programme.CARRIED_OUT.toArray(Programme[]::new), Programme::label);
  private static final Set<AgencyId> RESERVED =
      Set.of(AgencyId.WITHHELD, AgencyId.GATEWAY, AgencyId.SCHEDULER);

  private final AreaList areas;
  private final List<MeetingContact> contacts = new ArrayList<>();
  private final Map<AgencyId, YamlValue> places = new HashMap<>();
  private final UsedNames ids = new UsedNames("別のIDにしてください。");

  private AgencyList(AreaList areas) {
    this.areas = areas;
  }

  /**
   * What the list says.
   *
   * @param contacts of the agencies that gave a mail address
   * @param ids where each agency's id stands
   */
  record Listed(
      List<Agency> agencies, List<MeetingContact> contacts, Map<AgencyId, YamlValue> ids) {}

  static Listed read(YamlMap root, AreaList areas) {
    AgencyList reader = new AgencyList(areas);
    List<Agency> agencies = new ArrayList<>();
    for (YamlValue item : root.items("agencies")) {
      item.map(KEYS).flatMap(reader::agency).ifPresent(agencies::add);
    }
    return new Listed(
        List.copyOf(agencies), List.copyOf(reader.contacts), Map.copyOf(reader.places));
  }

  private Optional<Agency> agency(YamlMap map) {
    Optional<AgencyId> id = map.required("id").flatMap(this::id);
    Optional<String> name = map.text("name");
    Optional<AgencyKind> kind = map.required("kind").flatMap(value -> value.choice(KINDS));
    Optional<StatisticsField> field =
        map.required("statisticsField").flatMap(value -> value.choice(FIELDS));
    Participation participation = participation(map, kind);
    Set<AreaId> where = areas(map);
    boolean mayCoordinate =
        map.optional("mayCoordinate")
            .flatMap(YamlValue::flag)
            .orElse(kind.equals(Optional.of(AgencyKind.COORDINATION_DESK)));
    String dutyContact = map.optional("dutyContact").flatMap(YamlValue::text).orElse(null);
    Optional<String> mail = map.optional("mail").flatMap(AgencyList::mail);
    id.ifPresent(of -> mail.ifPresent(to -> contacts.add(new MeetingContact(of, to))));
    Optional<Set<Programme>> programmes = programmes(map);
    boolean counts = map.optional("countsConsultations").flatMap(YamlValue::flag).orElse(false);
    if (id.isEmpty() || name.isEmpty() || kind.isEmpty() || field.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Agency(
            id.get(),
            name.get(),
            kind.get(),
            new AgencyWork(
                field.get(),
                where,
                mayCoordinate,
                programmes.orElseGet(() -> Programme.usual(kind.get(), mayCoordinate)),
                counts),
            participation,
            dutyContact,
            null));
  }

  /** What is written; none where nothing is, which is not the same as an empty list. */
  private static Optional<Set<Programme>> programmes(YamlMap map) {
    return map.optional("programmes")
        .map(
            written -> {
              Set<Programme> programmes = new HashSet<>();
              written.items().forEach(item -> item.choice(PROGRAMMES).ifPresent(programmes::add));
              return programmes;
            });
  }

  private Optional<AgencyId> id(YamlValue value) {
    Optional<AgencyId> id = Names.id(value, AgencyId::isValid).map(AgencyId::new);
    if (id.isPresent() && RESERVED.contains(id.get())) {
      return value.fault("'" + id.get() + "' は予約されたIDです。", "別のIDにしてください。");
    }
    id.ifPresent(agencyId -> ids.use(value, agencyId.value()));
    id.ifPresent(agencyId -> places.putIfAbsent(agencyId, value));
    return id;
  }

  private static Participation participation(YamlMap map, Optional<AgencyKind> kind) {
    Optional<YamlValue> written = map.optional("participation");
    Participation participation =
        written.flatMap(value -> value.choice(PARTICIPATIONS)).orElse(Participation.CONNECTOR);
    if (participation == Participation.PAPER
        && kind.equals(Optional.of(AgencyKind.COORDINATION_DESK))) {
      written.ifPresent(value -> value.fault("調整窓口は紙・電話では参加できません。", "コネクタ (CONNECTOR) にしてください。"));
    }
    return participation;
  }

  /** The address of an office: plain, without a name before it, one only. */
  private static Optional<String> mail(YamlValue place) {
    return place
        .text()
        .flatMap(
            text ->
                MailAddresses.isKnownEverywhere(text)
                    ? Optional.of(text)
                    : place.fault(
                        "'" + text + "' はメールアドレスとして使えません。",
                        "madoguchi@city.example.jp の形で、窓口のアドレスを一つだけ書いてください。"));
  }

  private Set<AreaId> areas(YamlMap map) {
    Set<AreaId> where = new HashSet<>();
    map.optional("areas")
        .map(YamlValue::items)
        .orElse(List.of())
        .forEach(item -> areas.known(item).ifPresent(where::add));
    return Set.copyOf(where);
  }
}
