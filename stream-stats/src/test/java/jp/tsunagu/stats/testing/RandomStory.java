package jp.tsunagu.stats.testing;

import java.time.Instant;
import java.util.Random;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.Urgency;

/** A seeded case: what may happen, in an order that may happen, some of it entered late. */
public final class RandomStory {

  private static final String[] AGENCIES = {"hokatsu", "shogai", "kodomo", "konkyu", "shakyo"};
  private static final String[] AREAS = {"chubu", "nambu-nishi", "hokubu-naka"};
  private static final String[] REASONS = {"NO_CAPACITY", "NOT_ELIGIBLE", "INFORMATION_MISSING"};
  private static final Instant BEGINNING = CaseStory.tokyo("2026-04-01T08:30");

  private final Random random;
  private final CaseStory story;
  private Instant now;
  private int legs;

  private RandomStory(Random random, long number, Instant beginning) {
    this.random = random;
    this.story = new CaseStory(number);
    this.now = beginning;
  }

  public static CaseStory of(Random random, long number) {
    return of(random, number, BEGINNING.plusSeconds(random.nextInt(300 * 86_400)));
  }

  /** A case that begins at this moment. */
  public static CaseStory of(Random random, long number, Instant beginning) {
    return new RandomStory(random, number, beginning).told();
  }

  private CaseStory told() {
    story.at(now).received(agency(), AREAS[random.nextInt(AREAS.length)], field(), field2());
    int chapters = 1 + random.nextInt(4);
    for (int i = 0; i < chapters; i++) {
      chapter();
    }
    if (random.nextInt(3) == 0) {
      later().supportEnded();
    }
    if (random.nextInt(12) == 0) {
      later().protect();
    }
    if (random.nextInt(4) == 0) {
      beside(random.nextBoolean() ? SideKind.OUTREACH : SideKind.PARTICIPATION);
    }
    return story;
  }

  private void chapter() {
    switch (random.nextInt(6)) {
      case 0 -> coordination();
      case 1 -> later().settled(field(), field2());
      case 2 -> sheet();
      default -> referral();
    }
  }

  private void beside(SideKind kind) {
    later().begunBeside(kind, agency());
    if (random.nextBoolean()) {
      later().endedBeside(kind, null, ContactRhythm.MONTHLY);
    }
  }

  private void referral() {
    int leg = ++legs;
    later().sent(leg, leg, agency(), agency(), mode(), urgency());
    answer(leg);
  }

  private void sheet() {
    int leg = ++legs;
    later().sheet(leg, agency(), "desk").arrived(leg);
    if (random.nextBoolean()) {
      later().triaged(leg, agency(), agency());
      answer(leg);
    }
  }

  private void answer(int leg) {
    story.arrived(leg);
    if (random.nextInt(4) == 0) {
      later().dueSoon(leg);
      later().overdue(leg);
    }
    switch (random.nextInt(8)) {
      case 0 -> later().declined(leg, REASONS[random.nextInt(REASONS.length)]);
      case 1 -> later().sentBack(leg, REASONS[random.nextInt(REASONS.length)]);
      case 2 -> onward(leg);
      case 3 -> later().opened(leg);
      case 4 -> later().withdrawn(leg);
      default -> accepted(leg);
    }
  }

  private void onward(int leg) {
    int next = ++legs;
    later().forwarded(leg);
    story.sent(next, leg, agency(), agency(), mode(), urgency());
    answer(next);
  }

  private void accepted(int leg) {
    if (random.nextInt(5) == 0) {
      later().asked(leg);
      later().told(leg);
    }
    later().accepted(leg);
    later().contact(leg);
    if (random.nextBoolean()) {
      later().completed(leg);
      if (random.nextInt(4) == 0) {
        later().reopened(leg);
        later().accepted(leg);
      }
    }
  }

  private void coordination() {
    later().coordinationRequested(agency(), "desk", false);
    later().coordinationAccepted();
    if (random.nextBoolean()) {
      later().coordinatorChanged("desk", agency());
    }
    later().supportDecided();
    int leg = ++legs;
    later().handedBack(leg, "desk", agency());
    later().accepted(leg);
    later().coordinationClosed();
  }

  private CaseStory later() {
    now = now.plusSeconds(60L + random.nextInt(6 * 86_400));
    boolean enteredLate = random.nextInt(10) == 0;
    return story.at(enteredLate ? now.minusSeconds(random.nextInt(86_400)) : now);
  }

  private String agency() {
    return AGENCIES[random.nextInt(AGENCIES.length)];
  }

  private Field field() {
    return Field.values()[random.nextInt(2)];
  }

  private Field field2() {
    return Field.values()[2 + random.nextInt(3)];
  }

  private ReferralMode mode() {
    return ReferralMode.values()[random.nextInt(3)];
  }

  private Urgency urgency() {
    return Urgency.values()[random.nextInt(3)];
  }
}
