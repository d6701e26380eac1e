package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.colleague.ColleagueForms;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.sheet.InternalNoteFields;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.connector.web.OwnWork;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.PagePost;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What people settle about a referral for their own agency alone. */
@Controller
class OwnPages {

  /** In the address of a referral's page: its hands were changed. */
  static final String ASSIGNED = "assigned";

  /** The same: a note was written. */
  static final String NOTED = "noted";

  private static final String LEG = Window.ROOT + "/referrals/{referralId}";

  private final Window window;
  private final OwnWork work;
  private final Assignees assignees;
  private final ReferralPage referral;

  OwnPages(Window window, OwnWork work, Assignees assignees, ReferralPage referral) {
    this.window = window;
    this.work = work;
    this.assignees = assignees;
    this.referral = referral;
  }

  @PostMapping(LEG + "/assignee")
  Object assign(
      Caller caller,
      @PathVariable String referralId,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    AgencyId agency = Window.agency(caller);
    Optional<ReferralView> found = window.find(agency, referralId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    PagePost post = PagePost.of(request, response);
    return post.answer(
        FormPost.read(ColleagueForms.assignment(assignees.team(agency)), post.values()),
        (_, typed) ->
            outcome(
                work.assign(caller, agency, found.get(), seen(post), typed),
                address(agency, referralId, ASSIGNED)),
        typed -> {
          model.addAttribute(OwnSection.ASSIGNING, typed);
          return referral.page(caller, found.get(), model, request);
        });
  }

  @PostMapping(LEG + "/notes")
  Object note(
      Caller caller,
      @PathVariable String referralId,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    AgencyId agency = Window.agency(caller);
    Optional<ReferralView> found = window.find(agency, referralId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    PagePost post = PagePost.of(request, response);
    return post.answer(
        FormPost.read(InternalNoteFields.FORM, post.values()),
        (key, typed) ->
            outcome(
                work.note(caller, agency, found.get(), noteId(referralId, key), typed),
                address(agency, referralId, NOTED)),
        typed -> {
          model.addAttribute(OwnSection.NOTING, typed);
          return referral.page(caller, found.get(), model, request);
        });
  }

  private static UUID noteId(String referralId, String key) {
    return UUID.nameUUIDFromBytes((referralId + "\n" + key).getBytes(StandardCharsets.UTF_8));
  }

  static PagePost.Outcome outcome(OwnWork.Outcome outcome, String address) {
    return switch (outcome) {
      case OwnWork.Outcome.Done() -> new PagePost.Outcome.Done(address);
      case OwnWork.Outcome.Refused(Problem problem) -> new PagePost.Outcome.Refused(problem);
    };
  }

  private static @Nullable Optional<UUID> seen(PagePost post) {
    String seen = post.one("seen");
    if (seen.equals(ColleagueForms.NOBODY.code())) {
      return Optional.empty();
    }
    return Identifiers.isUuid(seen) ? Optional.of(UUID.fromString(seen)) : null;
  }

  private static String address(AgencyId agency, String referralId, String what) {
    return "/agencies/" + agency + "/window/referrals/" + referralId + "?done=" + what;
  }
}
