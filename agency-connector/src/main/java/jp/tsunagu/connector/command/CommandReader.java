package jp.tsunagu.connector.command;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import jp.tsunagu.connector.command.Making.Subject;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.form.FormReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads forms about what the agency knows; what it does not know does not exist. */
@Component
public class CommandReader {

  private final Tools tools;

  CommandReader(Tools tools) {
    this.tools = tools;
  }

  /**
   * Reads a form that was posted.
   *
   * @param path what stands in the path; what is no number there exists for nobody
   * @param seen whether a version is the one that was seen; none if nothing was named
   */
  public CommandReading posted(
      AgencyId agency,
      CommandForm form,
      JsonNode path,
      JsonNode body,
      @Nullable LongPredicate seen) {
    if (form.inPath().fields().isEmpty()) {
      return filed(agency, form, body);
    }
    return switch (tools.reader().read(form.inPath(), path)) {
      case FormReading.Unusable _ -> new CommandReading.NotFound();
      case FormReading.Usable(Filled targets) ->
          switch (find(agency, targets)) {
            case Sought.Missing _ -> new CommandReading.NotFound();
            case Sought.Several(var choices) -> new CommandReading.Several(choices);
            case Sought.Found found -> about(found, agency, form, targets, body, seen);
          };
    };
  }

  private CommandReading about(
      Sought.Found found,
      AgencyId agency,
      CommandForm form,
      Filled targets,
      JsonNode body,
      @Nullable LongPredicate seen) {
    if (form.guarded() && seen == null) {
      return new CommandReading.SeenMissing();
    }
    if (seen != null && !seen.test(found.version())) {
      return new CommandReading.Stale();
    }
    return switch (tools.reader().read(form.body(), body)) {
      case FormReading.Unusable(var problems) -> new CommandReading.Unusable(problems);
      case FormReading.Usable(Filled filled) ->
          made(form, new Making(tools, agency, found.subject(), targets, filled));
    };
  }

  /** Reads a form that names in itself what it is about. */
  public CommandReading.Filed filed(AgencyId agency, CommandForm form, JsonNode root) {
    return switch (tools.reader().read(form.file(), root)) {
      case FormReading.Unusable(var problems) -> new CommandReading.Unusable(problems);
      case FormReading.Usable(Filled filled) ->
          switch (find(agency, filled)) {
            case Sought.Missing _ -> unknown(form.targets().getFirst());
            case Sought.Several(var choices) -> severalOf(form.targets().getFirst(), choices);
            case Sought.Found found ->
                made(form, new Making(tools, agency, found.subject(), filled, filled));
          };
    };
  }

  private static CommandReading.Filed unknown(FormField<?> target) {
    return new CommandReading.Unusable(
        List.of(
            new FieldProblem(
                target.name(),
                "その" + target.label() + "は見つかりません。",
                target.hint().isEmpty() ? "番号を確かめてください。" : target.hint())));
  }

  private static CommandReading.Filed severalOf(FormField<?> target, List<Coded> choices) {
    return new CommandReading.Unusable(
        List.of(
            new FieldProblem(
                target.name(), "その" + target.label() + "の案件が二つあります。", "案件のIDを書いてください。", choices)));
  }

  private static CommandReading.Filed made(CommandForm form, Making on) {
    Wish wish = form.make().make(on);
    Optional<ReferralId> open = on.stillOpen();
    if (open.isPresent() && on.problems().none()) {
      return new CommandReading.StillOpen(open.get());
    }
    return wish == null || !on.problems().none()
        ? new CommandReading.Unusable(on.problems().list())
        : new CommandReading.Ready(wish, on.ids());
  }

  /** What a form is about, as this agency knows it. */
  private sealed interface Sought {

    record Found(Subject subject, long version) implements Sought {}

    record Several(List<Coded> choices) implements Sought {}

    record Missing() implements Sought {}
  }

  private Sought find(AgencyId agency, Filled targets) {
    UUID referralId = targets.get(Targets.REFERRAL);
    return referralId == null
        ? findCase(agency, targets.must(Targets.CASE))
        : tools
            .records()
            .findReferral(agency, new ReferralId(referralId))
            .<Sought>map(CommandReader::found)
            .orElseGet(Sought.Missing::new);
  }

  private Sought findCase(AgencyId agency, String idOrNumber) {
    return switch (tools.records().lookUp(agency, idOrNumber)) {
      case CaseLookup.Unknown _ -> new Sought.Missing();
      case CaseLookup.Several several -> new Sought.Several(several.choices());
      case CaseLookup.Found(CaseView view) ->
          new Sought.Found(
              new Subject(view.caseId(), view.caseNumber().orElse(null), null, view.state()),
              view.version());
    };
  }

  private static Sought.Found found(ReferralView view) {
    return new Sought.Found(
        new Subject(view.caseId(), view.caseNumber(), view.referral(), Optional.of(view.state())),
        view.version());
  }
}
