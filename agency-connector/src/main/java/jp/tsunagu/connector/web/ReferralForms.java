package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.connector.form.Identifiers;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.contract.form.Problems;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Bodies about a referral or a case the agency knows; what it does not know does not exist. */
@Component
class ReferralForms {

  private final Posts posts;
  private final Records records;
  private final Toolbox tools;

  ReferralForms(Posts posts, Records records, Toolbox tools) {
    this.posts = posts;
    this.records = records;
    this.tools = tools;
  }

  /** A command that depends on what was seen: {@code If-Match} is required. */
  ResponseEntity<byte[]> answer(
      HttpServletRequest request, String referralId, Function<OnReferral, Wish> make)
      throws IOException {
    return posts.post(
        request, (exchange, root) -> onReferral(exchange, root, referralId, true, make));
  }

  /** A command that changes nothing somebody else could have changed. */
  ResponseEntity<byte[]> note(
      HttpServletRequest request, String referralId, Function<OnReferral, Wish> make)
      throws IOException {
    return posts.post(
        request, (exchange, root) -> onReferral(exchange, root, referralId, false, make));
  }

  /** A command about a case; {@code If-Match} is honoured if it is there. */
  ResponseEntity<byte[]> onCase(
      HttpServletRequest request, String caseId, Function<FormContext, Wish> make)
      throws IOException {
    return posts.post(
        request,
        (exchange, root) ->
            switch (records.lookUp(exchange.agency(), caseId)) {
              case CaseLookup.Found(CaseView view) -> onCase(exchange, root, view, make);
              case CaseLookup.Unknown _ ->
                  new PostForm.Reading.Stopped(CommonProblem.NOT_FOUND.problem());
              case CaseLookup.Several several ->
                  new PostForm.Reading.Stopped(ProblemKind.ofSameNumber(several.choices()));
            });
  }

  private PostForm.Reading onCase(
      Exchange exchange, ObjectNode root, CaseView view, Function<FormContext, Wish> make) {
    Problem stale = stale(exchange.ifMatch(), view.version());
    Fields fields = Fields.of(root, new Problems());
    return stale == null
        ? made(context(exchange.agency(), view, fields), make)
        : new PostForm.Reading.Stopped(stale);
  }

  /** The case this body is about; none if this agency knows none such. */
  Optional<CaseView> find(AgencyId agency, String caseId) {
    return Identifiers.isUuid(caseId)
        ? records.findCase(agency, CaseId.of(caseId))
        : Optional.empty();
  }

  FormContext context(AgencyId agency, CaseView view, Fields fields) {
    Protection protection = view.state().map(CaseState::protection).orElse(null);
    FormContext context = new FormContext(tools, agency, view.caseId(), protection, fields);
    view.caseNumber().ifPresent(number -> context.made("caseNumber", number));
    return context;
  }

  static <C extends FormContext> PostForm.Reading made(C context, Function<C, Wish> make) {
    Wish wish = make.apply(context);
    context.fields().nothingElse();
    Problems problems = context.fields().problems();
    return problems.none()
        ? new PostForm.Reading.Ready(List.of(wish), context.ids())
        : new PostForm.Reading.Stopped(ProblemKind.ofFields(problems.list()));
  }

  private PostForm.Reading onReferral(
      Exchange exchange,
      ObjectNode root,
      String referralId,
      boolean guarded,
      Function<OnReferral, Wish> make) {
    Optional<ReferralView> found =
        Identifiers.isUuid(referralId)
            ? records.findReferral(exchange.agency(), ReferralId.of(referralId))
            : Optional.empty();
    if (found.isEmpty()) {
      return new PostForm.Reading.Stopped(CommonProblem.NOT_FOUND.problem());
    }
    if (guarded && exchange.ifMatch() == null) {
      return new PostForm.Reading.Stopped(CommonProblem.PRECONDITION_REQUIRED.problem());
    }
    Problem stale = stale(exchange.ifMatch(), found.get().version());
    return stale == null
        ? made(context(exchange.agency(), found.get(), root), make)
        : new PostForm.Reading.Stopped(stale);
  }

  private OnReferral context(AgencyId agency, ReferralView view, ObjectNode root) {
    Protection protection =
        records
            .findCase(agency, view.caseId())
            .flatMap(CaseView::state)
            .map(CaseState::protection)
            .orElse(null);
    return new OnReferral(tools, agency, view, protection, Fields.of(root, new Problems()));
  }

  private static @Nullable Problem stale(@Nullable String ifMatch, long version) {
    return ifMatch == null || EntityTags.matches(ifMatch, version)
        ? null
        : CommonProblem.STATE_CHANGED.problem();
  }
}
