package jp.tsunagu.compose.scenario;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.disk.CanarySearch;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.compose.run.TestFolders;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import tools.jackson.databind.JsonNode;

/**
 * A sample city whose clock begins with a story and is put forward from step to step. Times are
 * such as {@code 2026-09-03T10:20}, in Tokyo.
 */
final class ScenarioCity implements AutoCloseable {

  private final DataFolder folder;
  private final SingleMachine machine;
  private final HttpClient http;

  private ScenarioCity(DataFolder folder, SingleMachine machine) {
    this.folder = folder;
    this.machine = machine;
    this.http = HttpClient.newHttpClient();
  }

  /** Starts a city of this name on an empty folder, at a time of the story. */
  static ScenarioCity opened(String name, String begins) throws TimeoutException {
    return opened(name, begins, false);
  }

  /**
   * The same.
   *
   * @param counted whether the statistics run
   */
  static ScenarioCity opened(String name, String begins, boolean counted) throws TimeoutException {
    var folder = TestFolders.empty(name);
    folder.settle(name);
    var behind = Duration.between(Instant.now(), tokyo(begins));
    var settings =
        new SingleMachine.Settings(
            folder,
            Ports.anyFree(),
            false,
            Map.of(),
            Clock.offset(Clock.systemUTC(), behind),
            counted);
    return new ScenarioCity(folder, SingleMachine.start(settings, _ -> {}));
  }

  static Instant tokyo(String time) {
    return LocalDateTime.parse(time).atZone(TokyoTime.ZONE).toInstant();
  }

  /** The story goes on at this time; it is no earlier than the step before. */
  ScenarioCity at(String time) {
    var ahead = Duration.between(machine.clock().instant(), tokyo(time));
    if (ahead.isPositive()) {
      machine.clock().advance(ahead);
    }
    return this;
  }

  /** The system of an agency. */
  AgencyClient agency(String agency) {
    return new AgencyClient(http, machine.connector(), new AgencyId(agency));
  }

  /** The gateway's read API with the token of an agency. */
  ServiceClient gateway(String agency) {
    return new ServiceClient(http, machine.gateway(), agency + "-sample");
  }

  /** The network and the folder it lives in. */
  SingleMachine machine() {
    return machine;
  }

  /** An agency posts a form about a case or referral it knows of by now, and it takes effect. */
  Reply does(String agency, String path, String form) {
    var reply =
        await()
            .atMost(SOON)
            .until(() -> tries(agency, path, form), answer -> answer.status() != 404);
    assertThat(reply.isSuccess()).as("%s %s: %s %s", agency, path, reply, reply.body()).isTrue();
    return reply;
  }

  /** An agency posts a form. */
  Reply tries(String agency, String path, String form) {
    return registers(agency, path + "?wait=20", form);
  }

  /** An agency posts a form that is answered once the network has answered. */
  Reply registers(String agency, String path, String form) {
    return registers(agency, path, form, UUID.randomUUID().toString());
  }

  /** The same under this key. */
  Reply registers(String agency, String path, String form, String key) {
    return agency(agency)
        .service()
        .post(path, form, Map.of("Idempotency-Key", key, "If-Match", "*"));
  }

  /** Desk or organiser tells the scheduler something about a meeting, and it takes effect. */
  Reply commands(String agency, String path, String form) {
    var reply =
        scheduler(agency).post(path, form, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    assertThat(reply.isSuccess()).as("%s %s: %s %s", agency, path, reply, reply.body()).isTrue();
    return reply;
  }

  /** What the scheduler says as soon as it is so. */
  Reply schedules(String agency, String path, Predicate<JsonNode> so) {
    return await()
        .atMost(SOON)
        .until(
            () -> scheduler(agency).get(path), reply -> reply.isSuccess() && so.test(reply.body()));
  }

  /** The scheduler's API with the token of an agency. */
  ServiceClient scheduler(String agency) {
    return new ServiceClient(http, machine.scheduler(), agency + "-sample");
  }

  /** What an agency's connector says now. */
  Reply asks(String agency, String path) {
    return agency(agency).service().get(path);
  }

  /** What an agency's connector says as soon as it is so. */
  Reply sees(String agency, String path, Predicate<JsonNode> so) {
    return await()
        .atMost(SOON)
        .until(() -> asks(agency, path), reply -> reply.isSuccess() && so.test(reply.body()));
  }

  /** What waits at the desk as soon as it is so. */
  JsonNode queue(String agency, Predicate<JsonNode> so) {
    return await().atMost(SOON).until(() -> gateway(agency).get("/api/queue").body(), so);
  }

  /** The case's timeline at the gateway as soon as it is so. */
  List<JsonNode> timeline(String agency, String caseId, Predicate<List<JsonNode>> so) {
    return await()
        .atMost(SOON)
        .until(() -> events(gateway(agency).get("/api/cases/" + caseId + "/timeline")), so);
  }

  private static List<JsonNode> events(Reply reply) {
    return StreamSupport.stream(reply.body().path("events").spliterator(), false).toList();
  }

  /** A page or file of the scheduler, as it comes. */
  String printed(String agency, String path) throws IOException, InterruptedException {
    return answer(HttpRequest.newBuilder(URI.create(machine.scheduler() + path)), agency).body();
  }

  /** A paper of an agency's interface. */
  byte[] paper(String agency, String path) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(
                    URI.create(machine.connector() + "/agencies/" + agency + "/api" + path))
                .header("Authorization", "Bearer " + agency + "-sample")
                .build(),
            BodyHandlers.ofByteArray())
        .body();
  }

  /** A page of an agency's window, such as {@code /resources}. */
  String page(String agency, String path) throws IOException, InterruptedException {
    return answer(HttpRequest.newBuilder(window(agency, path)), agency).body();
  }

  /** Sends a form from a page of the window; a form that is taken leads elsewhere (302). */
  HttpResponse<String> sends(String agency, String path, Map<String, String> form)
      throws IOException, InterruptedException {
    var body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return answer(
        HttpRequest.newBuilder(window(agency, path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)),
        agency);
  }

  private URI window(String agency, String path) {
    return URI.create(machine.connector() + "/agencies/" + agency + "/window" + path);
  }

  private HttpResponse<String> answer(HttpRequest.Builder request, String agency)
      throws IOException, InterruptedException {
    return http.send(
        request
            .header("Accept", "text/html,*/*;q=0.8")
            .header("Authorization", "Bearer " + agency + "-sample")
            .build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** An agency's system hands a file in. */
  HttpResponse<String> handsIn(String agency, String name, byte[] content)
      throws IOException, InterruptedException {
    var edge = "edge" + UUID.randomUUID();
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n")
            .formatted(edge, name)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return http.send(
        HttpRequest.newBuilder(
                URI.create(machine.connector() + "/agencies/" + agency + "/api/files"))
            .header("Authorization", "Bearer " + agency + "-sample")
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** A file of a dossier, as an agency's system gets it. */
  HttpResponse<byte[]> file(String agency, String dossierId, String part)
      throws IOException, InterruptedException {
    String path = "/agencies/" + agency + "/api/dossiers/" + dossierId + "/files/" + part;
    return http.send(
        HttpRequest.newBuilder(machine.connector().resolve(path))
            .header("Authorization", "Bearer " + agency + "-sample")
            .build(),
        BodyHandlers.ofByteArray());
  }

  /** What the gateway counts, a line each, as anybody may read it. */
  Stream<String> metrics() throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(machine.gateway().resolve("/actuator/prometheus")).build();
    return http.send(request, BodyHandlers.ofLines()).body();
  }

  /** Files of broker, streams and logs that hold one of these words. */
  List<Path> whereFound(List<String> canaries) throws IOException {
    var search = new CanarySearch(canaries);
    var found = new ArrayList<Path>();
    for (var part : List.of(folder.broker(), folder.streams(), folder.logs())) {
      found.addAll(search.filesIn(part));
    }
    return found;
  }

  /** The kinds of these events. */
  static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("type").path("code").asString("")).toList();
  }

  @Override
  public void close() {
    http.shutdownNow();
    machine.close();
    folder.empty();
    folder.close();
  }
}
