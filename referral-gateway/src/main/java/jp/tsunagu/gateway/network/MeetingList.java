package jp.tsunagu.gateway.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import org.jspecify.annotations.Nullable;

/** Reads the meeting bodies (会議体) of the file and what people choose from in meetings. */
record MeetingList(List<MeetingBody> bodies, MeetingSettings settings) {

  static final String[] KEYS = {
    "bodies", "absenceReasons", "lateReasons", "roles", "missingResources"
  };
  private static final MeetingList NONE =
      new MeetingList(List.of(), new MeetingSettings(List.of(), List.of(), List.of(), List.of()));

  static MeetingList read(YamlMap root, List<Agency> agencies) {
    return root.optional("meetings")
        .flatMap(value -> value.map(KEYS))
        .map(map -> new MeetingList(bodies(map, new KnownAgencies(agencies)), settings(map)))
        .orElse(NONE);
  }

  private static MeetingSettings settings(YamlMap map) {
    ReasonList reasons = new ReasonList(map);
    return new MeetingSettings(
        reasons.required("absenceReasons"),
        reasons.required("lateReasons"),
        reasons.required("roles"),
        reasons.optional("missingResources"));
  }

  private static List<MeetingBody> bodies(YamlMap map, KnownAgencies agencies) {
    BodyReader reader = new BodyReader(agencies);
    Map<String, Slot> slots = new HashMap<>();
    List<MeetingBody> bodies = new ArrayList<>();
    for (YamlValue item : map.items("bodies")) {
      Optional<MeetingBody> body = reader.read(item);
      body.ifPresent(bodies::add);
      body.filter(one -> one.place().slot() != null).ifPresent(one -> share(slots, item, one));
    }
    return List.copyOf(bodies);
  }

  /** Bodies of one slot meet in one room at one time. */
  private static void share(Map<String, Slot> slots, YamlValue item, MeetingBody body) {
    Slot earlier =
        slots.putIfAbsent(Objects.requireNonNull(body.place().slot()), new Slot(item, body));
    if (earlier != null) {
      String different = earlier.differsFrom(body);
      if (!different.isEmpty()) {
        item.fault(
            "は枠 '"
                + body.place().slot()
                + "' を "
                + earlier.item.line()
                + "行目の会議と分け合いますが、"
                + different
                + " が違います。",
            "同じ値にするか、別の slot にしてください。");
      }
    }
  }

  private record Slot(YamlValue item, MeetingBody body) {
    String differsFrom(MeetingBody other) {
      List<String> different = new ArrayList<>();
      note(different, "recurrence", body.days().recurrence(), other.days().recurrence());
      note(different, "closedDays", body.days().closedDays(), other.days().closedDays());
      note(different, "begins", body.days().begins(), other.days().begins());
      note(
          different,
          "capacityMinutes",
          body.place().capacityMinutes(),
          other.place().capacityMinutes());
      note(different, "room", body.place().room(), other.place().room());
      return String.join("、", different);
    }

    private static void note(
        List<String> different, String key, @Nullable Object one, @Nullable Object other) {
      if (!Objects.equals(one, other)) {
        different.add(key);
      }
    }
  }
}
