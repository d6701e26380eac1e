package jp.tsunagu.connector.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.command.CommandReader;
import jp.tsunagu.connector.outbox.Answer;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.form.JsonForm;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes many つなぐシート and referrals in one request, each as if it had been posted alone. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/submissions")
@Tag(name = "まとめて登録", description = "つなぐシートと連絡をまとめて登録")
class SubmissionController {

  /** So many in one request. */
  static final int MOST = 100;

  static final String ITEMS = "items";
  static final String KEY = "idempotencyKey";
  static final String SHEET = "sheet";
  static final String REFERRAL = "referral";

  private final Posts posts;
  private final ConsultationController sheets;
  private final CommandPosts.CommandPost referrals;

  SubmissionController(
      Posts posts, ConsultationController sheets, CommandReader reader, WhoWasFirst first) {
    this.posts = posts;
    this.sheets = sheets;
    this.referrals = new CommandPosts.CommandPost(referral(), posts, reader, first);
  }

  /** What {@code POST …/referrals} takes. */
  static CommandForm referral() {
    return CommandForms.find("send").orElseThrow();
  }

  /** What became of the items, in their order. */
  record SubmissionOutcomes(List<SubmissionOutcome> items) {}

  /**
   * What became of an item.
   *
   * @param status that its own POST would have had
   * @param idempotencyKey its key, if it had one
   * @param location where its outcome will stand, if it is stored
   * @param answer what it was told, now or the first time, if it is stored
   * @param problem why it is not stored
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SubmissionOutcome(
      int status,
      @Nullable String idempotencyKey,
      @Nullable String location,
      @Schema(implementation = Submitted.class) @Nullable JsonNode answer,
      @Nullable Problem problem) {}

  @PostMapping
  @Operation(
      summary = "つなぐシートと連絡をまとめて登録する",
      description =
          "items に100件まで。それぞれに、1件ずつ送るときと同じ本文を sheet(POST /consultations の本文)か "
              + "referral(POST /referrals の本文)に、その Idempotency-Key を idempotencyKey に書きます。"
              + "受け付けられるものは一度に登録され、ほかは登録されません。答えの items は同じ順で、"
              + "それぞれの status と、登録されたら location と answer、されなければ problem です。"
              + "全体が断られるのは、本文が読めないときと100件を超えるときだけです。"
              + "送り直すときは同じ idempotencyKey にします。二度登録されることはありません。")
  @Gives(value = SubmissionOutcomes.class, description = "それぞれの結果")
  ResponseEntity<byte[]> submit(HttpServletRequest request) throws IOException {
    if (!Incoming.isJson(request)) {
      return Answers.problem(CommonProblem.UNSUPPORTED_MEDIA_TYPE.problem());
    }
    return switch (JsonForm.read(request.getInputStream().readAllBytes())) {
      case JsonForm.Malformed broken ->
          Answers.problem(
              CommonProblem.malformed(broken.line(), broken.column(), broken.problem()));
      case JsonForm.Readable(var root) -> {
        Problem objection = objection(root);
        yield objection == null
            ? answered(request, (ArrayNode) root.path(ITEMS))
            : Answers.problem(objection);
      }
    };
  }

  private static @Nullable Problem objection(ObjectNode root) {
    if (root.size() != 1 || !(root.path(ITEMS) instanceof ArrayNode items) || items.isEmpty()) {
      return wrong(ITEMS, "本文は items という一覧だけの JSON です。", "{\"items\": [ … ]} にしてください。");
    }
    return items.size() > MOST
        ? CommonProblem.TOO_LARGE.saying(
            "items が" + items.size() + "件あり、" + MOST + "件を超えます。何も登録されていません。")
        : null;
  }

  private static Problem wrong(String field, String problem, String fix) {
    return CommonProblem.ofFields(List.of(new FieldProblem(field, problem, fix)));
  }

  /** An item as it was read: a POST of its own, or what is wrong with it. */
  private record Read(
      Optional<String> key, Optional<Posts.Single> single, Optional<Problem> problem) {}

  private ResponseEntity<byte[]> answered(HttpServletRequest request, ArrayNode items) {
    AgencyId agency = ActingAgency.of(request);
    List<Read> read = new ArrayList<>();
    items.forEach(item -> read.add(read(request, agency, item)));
    var ended =
        posts
            .post(agency, read.stream().flatMap(each -> each.single().stream()).toList())
            .iterator();
    List<SubmissionOutcome> outcomes =
        read.stream()
            .map(
                each ->
                    told(
                        each.key().orElse(null),
                        each.problem()
                            .<Posts.Ended>map(Posts.Ended.Stopped::new)
                            .orElseGet(ended::next)))
            .toList();
    return Answers.json(200)
        .body(ViewJson.MAPPER.writeValueAsBytes(new SubmissionOutcomes(outcomes)));
  }

  private Read read(HttpServletRequest request, AgencyId agency, JsonNode item) {
    String key = item.path(KEY).asString("").strip();
    Problem objection = objection(item, key);
    if (objection != null) {
      return new Read(
          Optional.of(key).filter(text -> !text.isEmpty()),
          Optional.empty(),
          Optional.of(objection));
    }
    boolean isSheet = item.has(SHEET);
    byte[] body = JsonForm.MAPPER.writeValueAsBytes(item.path(isSheet ? SHEET : REFERRAL));
    IdempotencyKey known =
        new IdempotencyKey(
            key, Incoming.fingerprint(request, JsonForm.MAPPER.writeValueAsBytes(item)));
    Exchange exchange = new Exchange(agency, known, null, Duration.ZERO, body);
    PostForm form = isSheet ? sheets::read : referrals.asForm();
    return new Read(
        Optional.of(key), Optional.of(new Posts.Single(exchange, form)), Optional.empty());
  }

  private static @Nullable Problem objection(JsonNode item, String key) {
    if (!item.isObject() || item.size() != 2 || item.has(SHEET) == item.has(REFERRAL)) {
      return wrong(
          SHEET,
          "それぞれに idempotencyKey と、sheet か referral のどちらか一つを書きます。",
          "{\"idempotencyKey\": \"…\", \"sheet\": { … }} にしてください。");
    }
    Problem objection = Incoming.objection(key);
    return objection == null ? null : objection.about(KEY);
  }

  private static SubmissionOutcome told(@Nullable String key, Posts.Ended ended) {
    return switch (ended) {
      case Posts.Ended.Told(Answer answer) ->
          new SubmissionOutcome(
              answer.status(),
              key,
              answer.location(),
              ViewJson.MAPPER.readTree(answer.body().toByteArray()),
              null);
      case Posts.Ended.Stopped(Problem problem) ->
          new SubmissionOutcome(problem.status(), key, null, null, problem);
    };
  }
}
