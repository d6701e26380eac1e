package jp.tsunagu.contract.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Deadline;
import jp.tsunagu.contract.directory.DirectoryRecord.Holiday;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.OfficeHours;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.Urgency;

/**
 * Cities with different offices, and the moments of a fiscal year at which referrals are sent: what
 * the preview of a deadline and the deadline that is decided are compared over, each in its own
 * service.
 */
public final class OfficesOfAYear {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 1);
  private static final int HOURS = 365 * 24;

  private OfficesOfAYear() {}

  /** What each city sets, as its directory says it; its desk is {@code desk}. */
  public static Map<String, List<DirectoryRecord>> cities() {
    OfficeHours usual = hours("08:30", "17:15");
    return Map.of(
        "usual hours, nothing set", List.of(settings(usual)),
        "usual hours, every deadline set",
            List.of(
                settings(
                    usual,
                    new Deadline(Urgency.EMERGENCY, 24, null, 6, null),
                    new Deadline(Urgency.URGENT, 72, null, 24, null),
                    new Deadline(Urgency.NORMAL, null, 10, null, 2))),
        "late hours, urgent in open days",
            List.of(
                settings(
                    hours("10:00", "19:00"),
                    new Deadline(Urgency.EMERGENCY, 12, null, null, null),
                    new Deadline(Urgency.URGENT, null, 2, null, 1),
                    new Deadline(Urgency.NORMAL, null, 14, null, null))),
        "a holiday file of its own",
            List.of(
                settings(hours("09:00", "16:30"), new Deadline(Urgency.URGENT, 48, null, 12, null)),
                new HolidayOverrides(
                    List.of(
                        new Holiday(LocalDate.of(2026, 6, 1), "市制記念日"),
                        new Holiday(LocalDate.of(2026, 8, 13), "夏季閉庁"),
                        new Holiday(LocalDate.of(2026, 8, 14), "夏季閉庁"),
                        new Holiday(LocalDate.of(2027, 1, 4), "閉庁")))));
  }

  /** A moment within every hour of a fiscal year, in order: the same for the same seed. */
  public static List<Instant> moments(long seed) {
    Random random = new Random(seed);
    Instant first = TokyoTime.at(FIRST_DAY, LocalTime.MIDNIGHT);
    List<Instant> moments = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      long within = random.nextLong(Duration.ofHours(1).toMillis());
      moments.add(first.plus(Duration.ofHours(hour)).plusMillis(within));
    }
    return List.copyOf(moments);
  }

  private static OfficeHours hours(String opens, String closes) {
    return new OfficeHours(LocalTime.parse(opens), LocalTime.parse(closes));
  }

  private static NetworkSettings settings(OfficeHours hours, Deadline... deadlines) {
    return new NetworkSettings(
        new NetworkId("yui"),
        "結市",
        6,
        new AgencyId("desk"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(deadlines),
        hours);
  }
}
