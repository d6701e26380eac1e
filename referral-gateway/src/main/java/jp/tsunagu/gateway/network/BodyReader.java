package jp.tsunagu.gateway.network;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.directory.BodyCharge;
import jp.tsunagu.contract.directory.BodyDays;
import jp.tsunagu.contract.directory.BodyDeadlines;
import jp.tsunagu.contract.directory.BodyPlace;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.Closing;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import org.jspecify.annotations.Nullable;

/** Reads one meeting body (会議体); what must fit together is judged by {@link BodyRules}. */
final class BodyReader {

  private static final Choices<ConferenceKind> CONFERENCES =
      Choices.of(ConferenceKind.values(), ConferenceKind::label);
  private static final Choices<MeetingModel> MODELS =
      Choices.of(GrowingCode.known(MeetingModel.class), MeetingModel::label);
  private static final Choices<ClosedDayRule> CLOSED_DAYS =
      Choices.of(ClosedDayRule.values(), ClosedDayRule::label);
  private static final Choices<Field> FIELDS = Choices.of(Field.values(), Field::label);
  private static final int SHORTEST = 15;
  private static final int LONGEST = 480;
  private static final int MOST_MONTHS = 12;
  private static final int MOST_DAYS = 60;
  static final String[] KEYS = {
    "id",
    "name",
    "conference",
    "model",
    "organiser",
    "recurrence",
    "closedDays",
    "begins",
    "capacityMinutes",
    "room",
    "slot",
    "closing",
    "publishDaysBefore",
    "remit",
    "confirmsPlans",
    "members",
    "screeningFirst",
    "reportDueDays",
    "reminderDaysBefore"
  };

  private final KnownAgencies agencies;
  private final UsedNames ids = new UsedNames("別のIDにしてください。");

  BodyReader(KnownAgencies agencies) {
    this.agencies = agencies;
  }

  Optional<MeetingBody> read(YamlValue item) {
    return item.map(KEYS).flatMap(this::body);
  }

  private Optional<MeetingBody> body(YamlMap map) {
    Optional<BodyId> id = map.required("id").flatMap(this::id);
    Optional<String> name = map.text("name");
    Optional<ConferenceKind> conference =
        map.required("conference").flatMap(value -> value.choice(CONFERENCES));
    Optional<MeetingModel> model = map.required("model").flatMap(value -> value.choice(MODELS));
    Optional<Agency> organiser =
        map.required("organiser").flatMap(value -> agencies.named(value, "開催通知を出す機関のIDを書いてください。"));
    Optional<Integer> capacity =
        map.required("capacityMinutes").flatMap(value -> value.number(SHORTEST, LONGEST));
    conference.ifPresent(kind -> organiser.ifPresent(by -> BodyRules.organiser(map, kind, by)));
    model.ifPresent(kind -> BodyRules.calendar(map, kind));
    Set<AgencyId> members = map.optional("members").map(agencies::all).orElse(Set.of());
    if (id.isEmpty()
        || name.isEmpty()
        || conference.isEmpty()
        || model.isEmpty()
        || organiser.isEmpty()
        || capacity.isEmpty()) {
      return Optional.empty();
    }
    ClosedDayRule closedDays = closedDays(map, ClosedDayRule.KEEP);
    MeetingBody body =
        new MeetingBody(
            id.get(),
            name.get(),
            new BodyCharge(
                conference.get(),
                model.get(),
                remit(map),
                flag(map, "confirmsPlans"),
                flag(map, "screeningFirst")),
            organiser.get().agencyId(),
            new BodyDays(
                map.optional("recurrence").flatMap(RecurrenceRule::read).orElse(null),
                closedDays,
                map.optional("begins").flatMap(YamlValue::time).orElse(null)),
            new BodyPlace(capacity.get(), text(map, "room"), text(map, "slot")),
            new BodyDeadlines(
                map.optional("closing").flatMap(value -> closing(value, closedDays)).orElse(null),
                days(map, "publishDaysBefore", 0),
                days(map, "reportDueDays", 1),
                days(map, "reminderDaysBefore", 1)),
            members);
    BodyRules.times(map, body);
    return Optional.of(body);
  }

  private Optional<BodyId> id(YamlValue value) {
    Optional<BodyId> id = Names.id(value, BodyId::isValid).map(BodyId::new);
    id.ifPresent(bodyId -> ids.use(value, bodyId.value()));
    return id;
  }

  private static Optional<Closing> closing(YamlValue value, ClosedDayRule ofBody) {
    Optional<YamlMap> map = value.map("recurrence", "monthsBefore", "at", "closedDays");
    Optional<String> recurrence =
        map.flatMap(m -> m.required("recurrence")).flatMap(RecurrenceRule::read);
    Optional<Integer> months =
        map.flatMap(m -> m.required("monthsBefore")).flatMap(v -> v.number(0, MOST_MONTHS));
    Optional<LocalTime> at = map.flatMap(m -> m.required("at")).flatMap(YamlValue::time);
    ClosedDayRule closedDays = map.map(m -> closedDays(m, ofBody)).orElse(ofBody);
    return recurrence.isEmpty() || months.isEmpty() || at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Closing(recurrence.get(), months.get(), at.get(), closedDays));
  }

  private static ClosedDayRule closedDays(YamlMap map, ClosedDayRule otherwise) {
    return map.optional("closedDays").flatMap(v -> v.choice(CLOSED_DAYS)).orElse(otherwise);
  }

  private static Set<Field> remit(YamlMap map) {
    Set<Field> remit = new HashSet<>();
    map.optional("remit")
        .map(YamlValue::items)
        .orElse(List.of())
        .forEach(item -> item.choice(FIELDS).ifPresent(remit::add));
    return Set.copyOf(remit);
  }

  private static @Nullable String text(YamlMap map, String key) {
    return map.optional(key).flatMap(YamlValue::text).orElse(null);
  }

  private static @Nullable Integer days(YamlMap map, String key, int least) {
    return map.optional(key).flatMap(value -> value.number(least, MOST_DAYS)).orElse(null);
  }

  private static boolean flag(YamlMap map, String key) {
    return map.optional(key).flatMap(YamlValue::flag).orElse(false);
  }
}
