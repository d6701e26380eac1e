package jp.tsunagu.connector.folder;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.message.RefusalMatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FolderExchangeTest {

  private static final Charset WINDOWS = Charset.forName("windows-31j");
  private static final String CSV =
      """
      シート番号,区分,分野,圏域,緊急度,送付,紹介先,世帯員,氏名,生年月日,根拠,収入・仕事の状況
      1,本人,困窮,東,通常,はい,shakyo,1,仁科 義男,昭和43年10月5日,本人の同意,生活に困っている
      """;

  @TempDir static Path directory;
  private static TestApi api;

  @BeforeAll
  static void start() {
    api =
        new TestApi(
            directory,
            Map.of(
                "tsunagu.connector.agencies[0].folder",
                directory.resolve("higashi").toString(),
                "tsunagu.connector.agencies[1].folder",
                directory.resolve("shakyo").toString(),
                "tsunagu.folder.rescan",
                "500ms",
                "tsunagu.folder.patience",
                "3s"));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void a_sheet_in_windows_31j_travels_from_folder_to_folder() throws IOException {
    drop("納税課-1.csv", CSV.getBytes(WINDOWS));

    JsonNode receipt = await().atMost(SOON).until(() -> receipt("納税課-1.csv"), Objects::nonNull);

    JsonNode sheet = receipt.path("sheets").get(0);
    assertThat(sheet.path("number").asString()).isEqualTo("1");
    CaseId caseId = CaseId.of(sheet.path("caseId").asString());
    await().atMost(SOON).until(() -> api.commands(HIGASHI, caseId).size() == 1);
    Path done = directory.resolve("higashi/done/納税課-1.csv");
    await().atMost(SOON).until(() -> Files.exists(done));
    String number = TestNetwork.numberOf(caseId).value();
    ReceiveSheet sent = (ReceiveSheet) api.commands(HIGASHI, caseId).getLast();
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            new ReferralOpened(
                TestNetwork.header(caseId, 1, SHAKYO), sent.legs().getFirst().referralId()));
    deliver(sent);
    Path written = await().atMost(SOON).until(() -> in("DossierDelivered.json"), Objects::nonNull);
    assertThat(Files.readString(written)).contains("仁科 義男", "生活に困っている", number);
    await().atMost(SOON).until(() -> Files.exists(Folder.checksumOf(written)));
    Path copy = await().atMost(SOON).until(() -> in("DossierDelivered.csv"), Objects::nonNull);
    assertThat(Files.readString(copy, WINDOWS))
        .contains("案件番号,欄,世帯員,項目,内容", "氏名,仁科 義男")
        .containsPattern("(?m)^" + number + ",.*,仁科 義男");
  }

  @Test
  void what_went_back_before_its_file_was_written_stands_in_no_file() throws IOException {
    drop("誤送付.csv", CSV.replace("仁科", "仁多").getBytes(WINDOWS));
    JsonNode receipt = await().atMost(SOON).until(() -> receipt("誤送付.csv"), Objects::nonNull);
    ReceiveSheet sent = sheetOf(receipt, 0);
    CaseId caseId = sent.header().caseId();
    ReferralId leg = sent.legs().getFirst().referralId();
    Path in = directory.resolve("shakyo/in");
    Path away = Files.move(in, directory.resolve("shakyo/in-away"));
    try {
      deliver(sent);
      send(sent, leg);
      api.network()
          .deliver(
              SHAKYO,
              caseId,
              new ReferralDeclined(
                  TestNetwork.header(caseId, 3, SHAKYO), leg, Reason.MISDIRECTED, null));
      String own = "/referrals/" + leg;
      await().atMost(SOON).until(() -> api.get(SHAKYO, own).body().contains("戻されたため"));
    } finally {
      Files.move(away, in);
    }

    Path told = await().atMost(SOON).until(() -> in("ReferralDeclined.json"), Objects::nonNull);
    assertThat(Files.readString(told)).contains(leg.toString());
    Path written = await().atMost(SOON).until(() -> in("DossierDelivered.json"), Objects::nonNull);
    assertThat(Files.readString(written)).contains(leg.toString(), "戻されたため").doesNotContain("仁多");
    assertThat(Files.readString(Objects.requireNonNull(in("DossierDelivered.csv")), WINDOWS))
        .contains("戻されたため")
        .doesNotContain("仁多");
  }

  private static void send(ReceiveSheet sent, ReferralId leg) {
    CaseId caseId = sent.header().caseId();
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            Samples.sent(TestNetwork.header(caseId, 2, HIGASHI), leg, HIGASHI, SHAKYO));
  }

  @Test
  void a_name_windows_31j_cannot_hold_is_whole_in_json_and_listed_beside_the_csv()
      throws IOException {
    byte[] content = CSV.replace("仁科", "𠮷野").getBytes(StandardCharsets.UTF_8);
    drop("unicode.csv", content);
    JsonNode receipt = await().atMost(SOON).until(() -> receipt("unicode.csv"), Objects::nonNull);
    CaseId caseId = CaseId.of(receipt.path("sheets").get(0).path("caseId").asString());
    await().atMost(SOON).until(() -> api.commands(HIGASHI, caseId).size() == 1);

    deliver((ReceiveSheet) api.commands(HIGASHI, caseId).getLast());

    Path lost =
        await().atMost(SOON).until(() -> in("DossierDelivered.csv.lost.json"), Objects::nonNull);
    assertThat(Files.readString(lost)).contains("U+20BB7").doesNotContain("𠮷", "野");
    Path csv = lost.resolveSibling(lost.getFileName().toString().replace(".lost.json", ""));
    await().atMost(SOON).until(() -> Files.exists(csv));
    assertThat(Files.readString(csv, WINDOWS)).contains("〓野 義男");
    Path json =
        lost.resolveSibling(lost.getFileName().toString().replace(".csv.lost.json", ".json"));
    await().atMost(SOON).until(() -> Files.exists(json));
    assertThat(Files.readString(json)).contains("𠮷野 義男");
  }

  @Test
  void the_same_file_twice_has_one_effect_and_the_same_receipt() throws IOException {
    byte[] content = CSV.getBytes(StandardCharsets.UTF_8);
    drop("twice.csv", content);
    JsonNode first = await().atMost(SOON).until(() -> receipt("twice.csv"), Objects::nonNull);
    await().atMost(SOON).until(() -> !Files.exists(directory.resolve("higashi/out/twice.csv")));
    Files.delete(directory.resolve("higashi/in/twice.csv.receipt.json"));
    drop("twice.csv", content);

    JsonNode second = await().atMost(SOON).until(() -> receipt("twice.csv"), Objects::nonNull);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void the_receipt_says_what_the_network_decided_of_each_sheet() throws IOException {
    String second = CSV.lines().skip(1).findFirst().orElseThrow().replaceFirst("1,", "2,");
    drop("two.csv", (CSV + second + "\n").getBytes(WINDOWS));
    JsonNode stored = await().atMost(SOON).until(() -> receipt("two.csv"), Objects::nonNull);
    assertThat(stored.path("taken").isNull()).isTrue();
    ReceiveSheet taken = sheetOf(stored, 0);
    ReceiveSheet refused = sheetOf(stored, 1);

    api.network()
        .deliver(
            HIGASHI,
            taken.header().caseId(),
            new CommandAccepted(
                taken.header().commandId(), taken.header().caseId(), 1, 3, false, Instant.now()));
    api.network()
        .deliver(
            HIGASHI,
            refused.header().caseId(),
            new CommandRefused(
                refused.header().commandId(),
                refused.header().caseId(),
                RefusalCode.NO_BASIS_FOR_PERSON,
                new RefusalMatter(
                    Set.of(new PersonRef(1)),
                    Set.of(DetailKind.WORK_AND_INCOME),
                    Set.of(SHAKYO),
                    null),
                List.of(NextStep.RECORD_CONSENT),
                false,
                Instant.now()));

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonNode decided = Objects.requireNonNull(receipt("two.csv"));
              assertThat(decided.path("taken").asBoolean(true)).isFalse();
              assertThat(decided.at("/sheets/0/taken").asBoolean(false)).isTrue();
              assertThat(decided.at("/sheets/1/taken").asBoolean(true)).isFalse();
              assertThat(decided.at("/sheets/1/problem").asString())
                  .contains("世帯員1", "shakyo", "何も登録されていません");
              assertThat(decided.at("/sheets/1/fix").asString()).contains("同意を記録");
            });
  }

  @Test
  void the_receipt_says_that_the_network_could_not_read_it() throws IOException {
    drop("unreadable.csv", CSV.replace("仁科", "二科").getBytes(WINDOWS));
    JsonNode stored = await().atMost(SOON).until(() -> receipt("unreadable.csv"), Objects::nonNull);
    CommandId sheet = sheetOf(stored, 0).header().commandId();
    TestNetwork.Sent sent =
        api.network().outbox(HIGASHI).stream()
            .filter(
                each ->
                    each.value() instanceof ReceiveSheet command
                        && command.header().commandId().equals(sheet))
            .findFirst()
            .orElseThrow();

    api.network()
        .deliver(
            HIGASHI,
            new CommandUnreadable(sent.partition(), sent.offset(), "GATEWAY_FAULT", Instant.now()));

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonNode decided = Objects.requireNonNull(receipt("unreadable.csv"));
              assertThat(decided.path("taken").asBoolean(true)).isFalse();
              assertThat(decided.at("/sheets/0/taken").asBoolean(true)).isFalse();
              assertThat(decided.at("/sheets/0/problem").asString()).contains("中央で処理に失敗");
              assertThat(decided.at("/sheets/0/fix").asString()).contains("調整窓口");
            });
  }

  private static ReceiveSheet sheetOf(JsonNode receipt, int number) {
    CaseId caseId = CaseId.of(receipt.path("sheets").get(number).path("caseId").asString());
    await().atMost(SOON).until(() -> api.commands(HIGASHI, caseId).size() == 1);
    return (ReceiveSheet) api.commands(HIGASHI, caseId).getLast();
  }

  @Test
  void a_wrong_file_is_rejected_as_a_whole_with_a_report() throws IOException {
    drop(
        "wrong.csv",
        (CSV + "2,本人,困窮,東,通常,はい,midori-fudosan,1,あ,昭和65年1月1日,本人の同意,\n")
            .getBytes(StandardCharsets.UTF_8));
    Path report = directory.resolve("higashi/rejected/wrong.csv.report.txt");
    await().atMost(SOON).until(() -> Files.exists(report));

    assertThat(Files.readString(report)).contains("3行目 紹介先", "3行目 生年月日", "何も登録されていません");
    assertThat(receipt("wrong.csv")).isNull();
  }

  @Test
  void a_truncated_file_is_rejected_after_a_while() throws IOException {
    byte[] content = CSV.getBytes(StandardCharsets.UTF_8);
    drop("cut.csv", content);
    Files.write(directory.resolve("higashi/out/cut2.csv"), java.util.Arrays.copyOf(content, 60));
    Files.writeString(directory.resolve("higashi/out/cut2.csv.sha256"), Sha256.hex(content));

    await()
        .atMost(SOON)
        .until(() -> Files.exists(directory.resolve("higashi/rejected/cut2.csv.report.json")));
    await().atMost(SOON).until(() -> receipt("cut.csv") != null);
  }

  private static void deliver(ReceiveSheet sent) {
    var dossier = Objects.requireNonNull(sent.dossier()).onlyFor(SHAKYO).orElseThrow();
    CaseId caseId = sent.header().caseId();
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            new DossierDelivered(
                caseId, sent.legs().getFirst().referralId(), dossier, Instant.now()));
  }

  private static void drop(String name, byte[] content) throws IOException {
    Path out = directory.resolve("higashi/out");
    Files.write(out.resolve(name), content);
    Files.writeString(out.resolve(name + ".sha256"), Sha256.hex(content) + "  " + name + "\n");
  }

  private static @org.jspecify.annotations.Nullable JsonNode receipt(String name)
      throws IOException {
    Path receipt = directory.resolve("higashi/in/" + name + ".receipt.json");
    return Files.exists(receipt)
        ? JsonMapper.builder().build().readTree(Files.readAllBytes(receipt))
        : null;
  }

  private static @org.jspecify.annotations.Nullable Path in(String ending) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("shakyo/in"))) {
      List<Path> found = files.filter(it -> it.toString().endsWith(ending)).sorted().toList();
      return found.isEmpty() ? null : found.getLast();
    }
  }
}
