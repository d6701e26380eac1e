package jp.tsunagu.runtime.aside;

import java.util.List;
import java.util.Set;
import jp.tsunagu.runtime.caller.CurrentCaller;
import jp.tsunagu.runtime.caller.Door;
import org.springframework.boot.health.contributor.Health;

/**
 * Tells what was put aside: it stops nobody else, so it never takes a service down. Everybody is
 * told how many, and who keeps the network running ({@link Door#HEALTH_OF_ASIDE}) what he may know
 * of: keys and places, the first {@value #NAMED} of each.
 */
public final class AsideHealth {

  private static final int NAMED = 100;

  private AsideHealth() {}

  /** The health of what this topic tells, for whoever asks now. */
  public static Health of(AsideTopic aside, AsideSight sight) {
    return CurrentCaller.now()
        .filter(Door::mayOperate)
        .map(caller -> named(new KnownAside(aside, sight, caller)))
        .orElseGet(() -> counted(aside));
  }

  private static Health counted(AsideTopic aside) {
    return Health.up()
        .withDetail("open", aside.book().openCount())
        .withDetail("held", aside.book().heldKeys().values().stream().mapToInt(Set::size).sum())
        .build();
  }

  private static Health named(KnownAside known) {
    return Health.up()
        .withDetail("open", known.openCount())
        .withDetail("held", known.heldKeys(NAMED))
        .withDetail("places", places(known))
        .withDetail("readAtNextStart", known.readAtNextStart().stream().limit(NAMED).toList())
        .build();
  }

  private static List<String> places(KnownAside known) {
    return known.open().stream()
        .limit(NAMED)
        .map(entry -> entry.place() + " " + entry.reason())
        .toList();
  }
}
