package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.lost.LostDesk;
import jp.tsunagu.connector.lost.LostForm;
import jp.tsunagu.connector.view.LostView;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.description.Takes;
import jp.tsunagu.runtime.form.FormBody;
import jp.tsunagu.runtime.form.FormReader;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a restored network does not know any more, and what the agency makes of it. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/lost")
@Tag(name = "網が覚えていない連絡", description = "バックアップから復元された網が覚えていない、この機関が送った・受けた連絡")
class LostController {

  private final LostDesk desk;
  private final CurrentDirectory directory;
  private final Assignees assignees;

  LostController(LostDesk desk, CurrentDirectory directory, Assignees assignees) {
    this.desk = desk;
    this.directory = directory;
    this.assignees = assignees;
  }

  @Gives(value = LostView.class, list = "lost")
  @GetMapping
  @Operation(summary = "網が覚えていない連絡", description = "まだ決まっていないもの(古い順)、決まったもの(新しい順)、それぞれ500件まで")
  ResponseEntity<Object> lost(HttpServletRequest request) {
    NetworkDirectory now = directory.snapshot();
    return Answers.ok(
        Map.of(
            "lost",
            Stream.concat(
                    desk.open(ActingAgency.of(request)).stream(),
                    desk.decided(ActingAgency.of(request)).stream())
                .map(item -> LostView.of(item, now))
                .toList()));
  }

  @Gives(value = Object.class, status = 202, description = "決めました")
  @Takes(LostForm.class)
  @PostMapping(value = "/{lost}/decide", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "1件について決める",
      description = "SEND_AGAIN は、同じ案件でそれより前に送ったものも一緒に、同じ指示の番号で送ります。" + "網が覚えていれば二度は起こりません。")
  ResponseEntity<Object> decide(
      HttpServletRequest request,
      @Parameter(hidden = true) Caller caller,
      @PathVariable long lost,
      @RequestBody(required = false) byte @Nullable [] body) {
    return FormBody.answered(
        body,
        LostForm.FORM,
        FormReader.ofPlainForms(),
        form ->
            switch (desk.decide(
                ActingAgency.of(request),
                lost,
                LostForm.decision(form),
                by(caller, ActingAgency.of(request)))) {
              case DECIDED -> Answers.asked(true);
              case MISSING -> Answers.missing();
              case NOT_FOR_IT ->
                  CommonProblem.ofFields(
                          List.of(
                              new FieldProblem("decision", "この連絡には選べません。", "choices から選んでください。")))
                      .response();
            });
  }

  @Gives(value = Object.class, status = 202, description = "決めました")
  @PostMapping("/{lost}/decide-all")
  @Operation(
      summary = "この番号までのすべてを確かめた",
      description = "送ったものはもう一度送り、受けたものはそのまま残します。決まっているものは変わりません。")
  ResponseEntity<Object> decideAll(
      HttpServletRequest request,
      @Parameter(hidden = true) Caller caller,
      @PathVariable long lost) {
    AgencyId agency = ActingAgency.of(request);
    desk.decideAll(agency, lost, by(caller, agency));
    return Answers.asked(true);
  }

  private Optional<UUID> by(Caller caller, AgencyId agency) {
    return Assignees.me(caller, assignees.team(agency)).map(Colleague::id);
  }
}
