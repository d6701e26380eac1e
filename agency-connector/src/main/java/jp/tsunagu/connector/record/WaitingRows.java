package jp.tsunagu.connector.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.lifecycle.Progress;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import org.jspecify.annotations.Nullable;

/**
 * Finds and counts what waits by the columns of a referral alone; a case is read only for what is
 * shown. The conditions say in SQL what {@link ReferralView#waitsFor} says of one referral.
 */
final class WaitingRows {

  /** Where no clock runs: after everything else. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private static final String RECEIVED = "r.side = 'RECEIVER' and ";
  private static final String NOT_PASSED = "(r.respond_by is null or r.respond_by >= :now)";
  private static final String NOT_NEAR = "(r.due_soon_at is null or r.due_soon_at >= :now)";
  private static final String LATER =
      " and (coalesce(%s, timestamptz '9999-12-31 00:00Z'), r.referral_id) > (:afterAt, :afterId)";

  private WaitingRows() {}

  static List<ReferralView> query(
      AgencyDatabase database, Projection projection, WaitingQuery query) {
    String place = place(query.why());
    String urgency = query.urgency() == null ? "" : " and " + ReferralRows.URGENCY;
    String after = query.after() == null ? "" : LATER.formatted(place);
    // by the index alone; what is shown is read afterwards
    String found =
        "select r.referral_id, %s as place from referral r where %s%s order by %s, r.referral_id limit :limit"
            .formatted(place, condition(query.why(), query.whose()) + urgency, after, place);
    Map<String, Object> wanted = parameters(query.whose());
    wanted.put("limit", query.limit());
    if (query.urgency() != null) {
      wanted.put("urgency", query.urgency().name());
    }
    if (query.after() != null) {
      wanted.put("afterAt", Columns.at(query.after().at()));
      wanted.put("afterId", query.after().id().value());
    }
    return database
        .jdbc()
        .sql(
            ReferralRows.SELECT
                + " join ("
                + found
                + ") found on found.referral_id = r.referral_id"
                + " order by found.place, r.referral_id")
        .params(wanted)
        .query((row, _) -> ReferralRows.view(row, projection))
        .list();
  }

  /** How many wait for each reason, and how many received ones are open beside. */
  static Waiting count(AgencyDatabase database, WaitingQuery.Whose whose) {
    String numbers =
        Arrays.stream(Waits.values())
            .filter(why -> why != Waits.RETURNED)
            .map(why -> "count(*) filter (where %s) as %s".formatted(reason(why), why.name()))
            .collect(Collectors.joining(", "));
    String hands = hands(whose.hands());
    return database
        .jdbc()
        .sql(
            """
            select %s, count(*) filter (where r.side = 'RECEIVER') as received,
                   (select count(*) from referral r where %s) as returned
            from referral r where r.is_open%s
            """
                .formatted(numbers, condition(Waits.RETURNED, whose), hands))
        .params(parameters(whose))
        .query(
            (row, _) -> {
              Map<Waits, Integer> counts = new EnumMap<>(Waits.class);
              for (Waits why : Waits.values()) {
                counts.put(why, row.getInt(why.name().toLowerCase(Locale.ROOT)));
              }
              return new Waiting(counts, row.getInt("received"));
            })
        .single();
  }

  private static Map<String, Object> parameters(WaitingQuery.Whose whose) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("now", Columns.at(whose.now()));
    wanted.put("since", Columns.at(whose.notTakenSince()));
    wanted.put("isDesk", whose.isDesk());
    if (whose.hands() != null) {
      wanted.put("hands", Columns.texts(whose.hands().colleagues()));
    }
    return wanted;
  }

  private static String condition(Waits why, WaitingQuery.Whose whose) {
    return (why == Waits.RETURNED ? "" : "r.is_open and ") + reason(why) + hands(whose.hands());
  }

  private static String hands(@Nullable Hands hands) {
    return hands == null ? "" : " and " + ReferralRows.inHands(hands);
  }

  /** Of an open one, or for {@link Waits#RETURNED} of any. */
  private static String reason(Waits why) {
    return switch (why) {
      case OVERDUE -> RECEIVED + "r.respond_by < :now";
      case DUE_SOON -> RECEIVED + NOT_PASSED + " and r.due_soon_at < :now";
      case UNOPENED -> RECEIVED + NOT_PASSED + " and " + NOT_NEAR + " and r.unopened";
      case QUESTION -> "r.side = 'SENDER' and r.question_open";
      case RETURNED ->
          "r.goes_on is not null and (r.goes_on = 'SENDER' or :isDesk) and r.changed_at > :since";
    };
  }

  /** By this they are in order; where no clock runs, at the end. */
  private static String place(Waits why) {
    return switch (why) {
      case OVERDUE, DUE_SOON, UNOPENED, QUESTION -> "r.respond_by";
      case RETURNED -> "r.changed_at";
    };
  }

  /** Where a referral stands among those that wait for the same reason. */
  static WaitingQuery.Place placeOf(Waits why, ReferralView view) {
    Progress progress = view.referral().progress();
    ResponseClock clock = progress.clock();
    Instant at =
        switch (why) {
          case OVERDUE, DUE_SOON, UNOPENED, QUESTION -> clock == null ? NEVER : clock.respondBy();
          case RETURNED -> progress.changedAt();
        };
    return new WaitingQuery.Place(kept(at), view.referral().referralId());
  }

  /** As precisely as a cursor tells it. */
  static Instant kept(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS);
  }
}
