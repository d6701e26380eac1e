package jp.tsunagu.compose.load;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.household.Households;
import jp.tsunagu.compose.household.Sheet;
import jp.tsunagu.compose.household.SheetJson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Urgency;

/**
 * Referrals that can be submitted: cases that were registered beforehand, each to be sent to every
 * other agency once.
 */
public record Work(List<Referral> referrals) {
  /** Whose system submits. */
  public static final AgencyId SENDER = SampleCity.HOKATSU;

  /** Whose systems wait for them. */
  public static final List<AgencyId> RECEIVERS =
      SampleCity.AGENCIES.stream().filter(agency -> !agency.equals(SENDER)).toList();

  private static final int AT_ONCE = 16;

  public Work {
    referrals = List.copyOf(referrals);
  }

  /**
   * One that is to be sent.
   *
   * @param form JSON of {@code POST /referrals}
   */
  public record Referral(String caseId, AgencyId receiver, String form) {
    /** Tells it from all others. */
    public String key() {
      return caseId + "/" + receiver;
    }

    @Override
    public String toString() {
      return "Referral[" + key() + "]";
    }
  }

  /** Registers as many cases as are needed for so many referrals. */
  public static Work prepare(AgencyClient client, int count, LocalDate today, Random random)
      throws InterruptedException, ExecutionException {
    var households = new Households(random, today);
    var cases = Math.ceilDiv(count, RECEIVERS.size());
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var registered = new ArrayList<Future<List<Referral>>>();
      for (var number = 0; number < cases; number++) {
        var sheet = sheet(households, today);
        registered.add(threads.submit(() -> register(client, sheet)));
      }
      var referrals = new ArrayList<Referral>();
      for (var each : registered) {
        referrals.addAll(each.get());
      }
      return new Work(referrals);
    }
  }

  private static Sheet sheet(Households households, LocalDate today) {
    return new Sheet(
        households.next(List.of(Field.DISABILITY, Field.POVERTY)),
        RECEIVERS,
        today,
        "相談します。",
        null);
  }

  /** Nobody gets it yet, so that it says nothing of the household. */
  private static List<Referral> register(AgencyClient client, Sheet sheet) {
    var form = SheetJson.tree(sheet);
    form.remove(List.of("persons", "household", "note", "noteNamesNoOne", "staff"));
    var reply = client.submitSheet(form.toString());
    if (!reply.isSuccess()) {
      throw new IllegalStateException("a case could not be registered: " + reply);
    }
    var caseId = reply.text("caseId");
    return RECEIVERS.stream().map(receiver -> referral(sheet, caseId, receiver)).toList();
  }

  private static Referral referral(Sheet sheet, String caseId, AgencyId receiver) {
    var form = SheetJson.tree(sheet);
    form.remove(List.of("consultation", "consents"));
    form.put("caseId", caseId);
    form.put("receiver", receiver.value());
    form.put("urgency", Urgency.NORMAL.label());
    return new Referral(caseId, receiver, form.toString());
  }

  /** Takes so many out of the stock. */
  public static Work first(ArrayDeque<Referral> stock, int count) {
    return new Work(IntStream.range(0, count).mapToObj(_ -> stock.removeFirst()).toList());
  }
}
