package jp.tsunagu.gateway.network;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.calendar.OfficeHours;
import jp.tsunagu.contract.directory.AnsweringTimes;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.CaseFlow;
import jp.tsunagu.contract.directory.DirectoryRecord.CityForm;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.ReasonLists;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;

/** Judges the whole of a network.yaml; every part is read even where an earlier one has faults. */
final class NetworkReader {

  static final String[] KEYS = {
    "network",
    "officeHours",
    "holidayFile",
    "areas",
    "agencies",
    "declineReasons",
    "sendBackReasons",
    "screeningReasons",
    "introducers",
    "deadlines",
    "meetings",
    "flow",
    FormChanges.KEY
  };
  private static final int MOST_PARTITIONS = 96;

  /** One thread of the gateway carries hundreds of commands a second. */
  private static final int USUAL_PARTITIONS = 1;

  private final Path file;

  NetworkReader(Path file) {
    this.file = file;
  }

  Optional<NetworkConfiguration> read(YamlValue root) {
    return root.map(KEYS).flatMap(this::read);
  }

  private Optional<NetworkConfiguration> read(YamlMap root) {
    AreaList areas = AreaList.read(root);
    AgencyList.Listed listed = AgencyList.read(root, areas);
    var hours = root.optional("officeHours").map(this::officeHours).orElse(usualHours());
    Optional<NetworkSettings> settings = settings(root, areas, listed.agencies(), hours);
    HolidayOverrides holidays = Holidays.read(root, file);
    MeetingList list = MeetingList.read(root, listed.agencies());
    var meetings =
        new MeetingConfiguration(list.bodies(), list.settings(), listed.contacts(), holidays);
    CaseFlow flow = FlowList.read(root);
    List<CityForm> forms = FormChanges.read(root);
    return settings.map(
        complete ->
            new NetworkConfiguration(
                complete, listed.agencies(), meetings, flow, forms, places(listed.ids())));
  }

  private Map<AgencyId, PlaceInFile> places(Map<AgencyId, YamlValue> ids) {
    Map<AgencyId, PlaceInFile> places = new HashMap<>();
    String name = String.valueOf(file.getFileName());
    ids.forEach((id, value) -> places.put(id, new PlaceInFile(name, value.line(), value.field())));
    return places;
  }

  private Optional<NetworkSettings> settings(
      YamlMap root, AreaList areas, List<Agency> agencies, DirectoryRecord.OfficeHours hours) {
    ReasonList reasons = new ReasonList(root);
    var decline = reasons.required("declineReasons");
    var sendBack = reasons.required("sendBackReasons");
    var screening = reasons.required("screeningReasons");
    var introducers = reasons.optional("introducers");
    var deadlines = DeadlineList.read(root);
    Optional<YamlMap> network =
        root.required("network")
            .flatMap(value -> value.map("id", "name", "partitions", "desk", "incarnation"));
    Optional<NetworkId> id = network.flatMap(this::networkId);
    Optional<String> name = network.flatMap(map -> map.text("name"));
    int partitions = network.flatMap(this::partitions).orElse(USUAL_PARTITIONS);
    Optional<AgencyId> desk = network.flatMap(map -> desk(map, agencies));
    if (id.isEmpty() || name.isEmpty() || desk.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new NetworkSettings(
            id.get(),
            name.get(),
            partitions,
            desk.get(),
            areas.areas(),
            new ReasonLists(decline, sendBack, screening, introducers),
            new AnsweringTimes(deadlines, hours),
            network.flatMap(NetworkReader::incarnation).orElse(0)));
  }

  private Optional<NetworkId> networkId(YamlMap network) {
    return network
        .required("id")
        .flatMap(value -> Names.id(value, AgencyId::isValid))
        .map(NetworkId::new);
  }

  private Optional<Integer> partitions(YamlMap network) {
    return network.optional("partitions").flatMap(value -> value.number(1, MOST_PARTITIONS));
  }

  /** Written by the restoration from a backup. */
  private static Optional<Integer> incarnation(YamlMap network) {
    return network.optional("incarnation").flatMap(value -> value.number(0, Integer.MAX_VALUE));
  }

  private Optional<AgencyId> desk(YamlMap network, List<Agency> agencies) {
    return network.required("desk").flatMap(value -> desk(value, agencies));
  }

  private static Optional<AgencyId> desk(YamlValue value, List<Agency> agencies) {
    Optional<Agency> agency = new KnownAgencies(agencies).named(value, "調整窓口の機関のIDを書いてください。");
    if (agency.isPresent() && !agency.get().isDesk()) {
      return value.fault(
          "'" + agency.get().agencyId() + "' の kind が調整窓口ではありません。",
          "その機関の kind を 調整窓口 (COORDINATION_DESK) にしてください。");
    }
    return agency.map(Agency::agencyId);
  }

  private DirectoryRecord.OfficeHours officeHours(YamlValue value) {
    Optional<YamlMap> map = value.map("opens", "closes");
    LocalTime opens = map.flatMap(m -> time(m, "opens")).orElse(usualHours().opens());
    LocalTime closes = map.flatMap(m -> time(m, "closes")).orElse(usualHours().closes());
    if (!opens.isBefore(closes)) {
      value.fault("の opens が closes より前ではありません。", "開庁時刻を閉庁時刻より前にしてください。");
      return usualHours();
    }
    return new DirectoryRecord.OfficeHours(opens, closes);
  }

  private static Optional<LocalTime> time(YamlMap map, String key) {
    return map.required(key).flatMap(YamlValue::time);
  }

  private static DirectoryRecord.OfficeHours usualHours() {
    OfficeHours usual = OfficeHours.standard();
    return new DirectoryRecord.OfficeHours(usual.opens(), usual.closes());
  }
}
