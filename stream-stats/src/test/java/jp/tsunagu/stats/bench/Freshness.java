package jp.tsunagu.stats.bench;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.whole.CityBroker;
import jp.tsunagu.stats.whole.RunningStats;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * From the record in the ledger to the change on a screen, beside the time to a consumer that does
 * nothing. Each event is a consultation of a day of its own, by which its change is recognised.
 */
final class Freshness {

  private static final int EVENTS = 4_000;
  private static final int WARM_UP = 1_000;
  private static final long PAUSE_NANOS = 5_000_000;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final Pattern DAY = Pattern.compile("day-(19\\d\\d-\\d\\d-\\d\\d)/all");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final CityBroker city;
  private final SyntheticLedger ledger;
  private final long[] sent = new long[EVENTS];
  private final Map<Integer, Long> shown = new ConcurrentHashMap<>();
  private final Map<Integer, Long> consumed = new ConcurrentHashMap<>();
  private final AtomicBoolean done = new AtomicBoolean();

  Freshness(CityBroker city, SyntheticLedger ledger) {
    this.city = city;
    this.ledger = ledger;
  }

  void print() throws Exception {
    Path state = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "fresh");
    try (RunningStats stats = new RunningStats(city, state, Clock.systemUTC())) {
      long begun = System.nanoTime();
      while (stats.get("desk", "/api/caseload").statusCode() != 200
          && StatsBenchmark.secondsSince(begun) < PATIENCE.toSeconds()) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      HttpResponse<Stream<String>> changes =
          stats.ask(
              stats.request("desk", "/api/changes").build(), HttpResponse.BodyHandlers.ofLines());
      Thread.ofVirtual().start(() -> follow(changes.body()));
      Thread bare = Thread.ofPlatform().start(this::consume);
      send();
      while (shown.size() < EVENTS && StatsBenchmark.secondsSince(begun) < PATIENCE.toSeconds()) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      done.set(true);
      bare.join();
      tell();
    }
  }

  private void send() {
    long next = System.nanoTime();
    for (int i = 0; i < EVENTS; i++) {
      CaseStory story =
          new CaseStory(100_000_000L + i)
              .at(FIRST.plusDays(i).atTime(10, 0).atZone(TokyoTime.ZONE).toInstant())
              .received("hokatsu", "chubu", Field.OTHER);
      while (System.nanoTime() < next) {
        LockSupport.parkNanos(next - System.nanoTime());
      }
      next += PAUSE_NANOS;
      sent[i] = System.nanoTime();
      ledger.append(story.events().getFirst());
    }
  }

  private void follow(Stream<String> lines) {
    try {
      lines.forEach(this::shown);
    } catch (UncheckedIOException closed) {
      done.set(true);
    }
  }

  private void shown(String line) {
    long now = System.nanoTime();
    Matcher day = DAY.matcher(line);
    while (day.find()) {
      shown.putIfAbsent(number(day.group(1)), now);
    }
  }

  private static int number(String day) {
    return Math.toIntExact(LocalDate.parse(day).toEpochDay() - FIRST.toEpochDay());
  }

  /** The same events, by their place in the order of sending, told by the key. */
  private void consume() {
    try (KafkaConsumer<byte[], byte[]> consumer = BareConsumer.of(city.servers())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(city.ledgerTopic()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      Map<String, Integer> numbers = numbers();
      while (!done.get()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          Integer number = numbers.get(new String(record.key(), StandardCharsets.UTF_8));
          if (number != null) {
            consumed.put(number, System.nanoTime());
          }
        }
      }
    }
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < EVENTS; i++) {
      numbers.put(new CaseStory(100_000_000L + i).caseId().toString(), i);
    }
    return numbers;
  }

  private void tell() {
    double[] change = sorted(shown);
    double[] bare = sorted(consumed);
    System.out.printf(
        "freshness at 200/s: change on a screen p50 %.1f p99 %.1f ms; bare consumer p50 %.1f p99 %.1f ms; ratio of p99 %.1f (%d and %d events)%n",
        at(change, 0.5),
        at(change, 0.99),
        at(bare, 0.5),
        at(bare, 0.99),
        at(change, 0.99) / at(bare, 0.99),
        change.length,
        bare.length);
  }

  private double[] sorted(Map<Integer, Long> arrived) {
    List<Double> times = new ArrayList<>();
    arrived.forEach(
        (number, when) -> {
          if (number >= WARM_UP) {
            times.add((when - sent[number]) / 1e6);
          }
        });
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double at(double[] sorted, double quantile) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))];
  }
}
