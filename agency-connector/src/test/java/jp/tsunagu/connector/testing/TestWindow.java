package jp.tsunagu.connector.testing;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.SheetLeg;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import jp.tsunagu.contract.message.Notice.PieceDelivered;

/** The window of an agency as a browser without scripts uses it. */
public final class TestWindow implements AutoCloseable {

  /** An invented name that must stand nowhere but in content. */
  public static final String CANARY = "鹿内 カナリヤ";

  /** A sheet that HIGASHI sends to SHAKYO. */
  public static final Map<String, String> SHEET =
      Map.ofEntries(
          Map.entry("consultation.fields", "ELDERLY_CARE"),
          Map.entry("consultation.area", "east"),
          Map.entry("consultation.urgency", "NORMAL"),
          Map.entry("persons[0].name", CANARY),
          Map.entry("persons[0].care", "要支援2"),
          Map.entry("persons[0].basis", "CONSENT"),
          Map.entry("consents[0].person", "1"),
          Map.entry("consents[0].purpose", "COMPREHENSIVE_SUPPORT"),
          Map.entry("consents[0].scope", "CARE"),
          Map.entry("consents[0].recipients", "shakyo"),
          Map.entry("consents[0].method", "WRITTEN"),
          Map.entry("consents[0].givenOn", "2026-09-03"),
          Map.entry("referral", "はい"),
          Map.entry("referral.receiver", "shakyo"));

  private final TestApi api;
  private final HttpClient client = HttpClient.newHttpClient();

  /** Of the agencies that this connector hosts. */
  public TestWindow(TestApi api) {
    this.api = api;
  }

  /** A referral that was delivered. */
  public record Delivered(CaseId caseId, ReferralId referral) {

    /** Its page in the receiver's window. */
    public String page() {
      return "/agencies/shakyo/window/referrals/" + referral;
    }
  }

  /** A sheet from HIGASHI to SHAKYO, written on the page, that the network has delivered. */
  public Delivered received(Map<String, String> form) {
    HttpResponse<String> sent =
        post(
            HIGASHI + "-sample",
            "/agencies/hokatsu-higashi/window/sheet",
            with(form, "key", key()));
    String location = sent.headers().firstValue("Location").orElseThrow();
    CaseId caseId = CaseId.of(location.replaceAll(".*/cases/([0-9a-f-]+).*", "$1"));
    await().atMost(SOON).until(() -> !api.commands(HIGASHI, caseId).isEmpty());
    ReceiveSheet sheet = (ReceiveSheet) api.commands(HIGASHI, caseId).getLast();
    SheetLeg leg = sheet.legs().getFirst();
    var dossier = Objects.requireNonNull(sheet.dossier());
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            new DossierDelivered(
                caseId, leg.referralId(), dossier.onlyFor(SHAKYO).orElseThrow(), Instant.now()));
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            new ReferralSent(
                TestNetwork.header(caseId, 2, HIGASHI),
                leg.referralId(),
                new ChainPlace(leg.referralId(), null),
                new LegParties(HIGASHI, SHAKYO),
                leg.mode(),
                Objects.requireNonNull(leg.urgency()),
                Samples.clock(),
                dossier.outline()));
    await()
        .atMost(SOON)
        .until(
            () ->
                api.get(SHAKYO, "/referrals?side=RECEIVER")
                    .body()
                    .contains(leg.referralId().toString()));
    return new Delivered(caseId, leg.referralId());
  }

  /** The network takes the sheet; so many pieces of files follow it, and are delivered. */
  public void takenWithPieces(Delivered delivered, int count) {
    ReceiveSheet sheet = (ReceiveSheet) api.commands(HIGASHI, delivered.caseId()).getFirst();
    CaseId caseId = delivered.caseId();
    api.network()
        .deliver(
            HIGASHI,
            caseId,
            new CommandAccepted(sheet.header().commandId(), caseId, 1, 2, false, Instant.now()));
    await()
        .atMost(SOON)
        .until(() -> pieces(caseId), pieces -> pieces.size() == count)
        .forEach(
            piece ->
                api.network()
                    .deliver(
                        SHAKYO,
                        caseId,
                        new PieceDelivered(
                            caseId,
                            piece.dossierId(),
                            piece.part(),
                            piece.number(),
                            piece.ciphertext(),
                            Instant.now())));
  }

  private List<FilePiece> pieces(CaseId caseId) {
    return api.network().outbox(HIGASHI).stream()
        .map(TestNetwork.Sent::value)
        .filter(FilePiece.class::isInstance)
        .map(FilePiece.class::cast)
        .filter(piece -> piece.caseId().equals(caseId))
        .toList();
  }

  /** The same, and its receiver has opened it. */
  public Delivered opened(Map<String, String> form) {
    Delivered delivered = received(form);
    open(delivered);
    return delivered;
  }

  /** Its receiver opens it. */
  public void open(Delivered delivered) {
    api.network()
        .deliver(
            SHAKYO,
            delivered.caseId(),
            new ReferralOpened(
                TestNetwork.header(delivered.caseId(), 3, SHAKYO), delivered.referral()));
    await()
        .atMost(SOON)
        .until(
            () ->
                api.get(SHAKYO, "/referrals?side=RECEIVER&stage=OPENED")
                    .body()
                    .contains(delivered.referral().toString()));
  }

  /** A key as a page makes one. */
  public static String key() {
    return UUID.randomUUID().toString();
  }

  /** The form with this field. */
  public static Map<String, String> with(Map<String, String> form, String name, String value) {
    return Stream.concat(
            form.entrySet().stream().filter(entry -> !entry.getKey().equals(name)),
            Stream.of(Map.entry(name, value)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** GET of a page. */
  public HttpResponse<String> get(String token, String path) {
    return send(page(token, path), text());
  }

  /** POST of a form. */
  public HttpResponse<String> post(String token, String path, Map<String, String> form) {
    return send(form(token, path, form), text());
  }

  /** POST of a form with a file in it, as a browser sends one. */
  public HttpResponse<String> post(
      String token, String path, Map<String, String> form, String fileName, byte[] content) {
    String edge = "edge" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    form.forEach(
        (name, value) ->
            body.writeBytes(
                piece(edge, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8))));
    body.writeBytes(piece(edge, "name=\"upload\"; filename=\"" + fileName + "\"", content));
    body.writeBytes(("--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        page(token, path)
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())),
        text());
  }

  private static byte[] piece(String edge, String about, byte[] content) {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    String head = "--" + edge + "\r\nContent-Disposition: form-data; " + about + "\r\n\r\n";
    piece.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    piece.writeBytes(content);
    piece.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return piece.toByteArray();
  }

  /** GET of a paper. */
  public HttpResponse<byte[]> paper(String token, String path) {
    return send(page(token, path), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** POST of a form that gives a paper. */
  public HttpResponse<byte[]> paper(String token, String path, Map<String, String> form) {
    return send(form(token, path, form), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder form(String token, String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return page(token, path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder page(String token, String path) {
    return api.request(token, path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request.build(), body);
    } catch (IOException failed) {
      throw new IllegalStateException("no answer", failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopping);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
