package jp.tsunagu.scheduler.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.NotInvited;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.JsonForm;
import jp.tsunagu.runtime.site.FieldGroup;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.PageAnswers;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A meeting apart from the calendar (臨時, 緊急, 事案ごと) is called, of items that wait for one. */
@Controller
final class CallPages {

  private final PageRoom room;
  private final Acting acting;

  CallPages(PageRoom room, Acting acting) {
    this.room = room;
    this.acting = acting;
  }

  /** The form with what can be chosen. */
  record CallPage(FormPage form, FieldGroup shown, List<Choice> items) {

    /** Keeps an unmodifiable copy. */
    CallPage {
      items = List.copyOf(items);
    }
  }

  /**
   * An item that waits for a meeting of its own.
   *
   * @param why why no meeting of the calendar hears it; may be empty
   * @param notCalled agencies that it names and that will not be called; may be empty
   */
  record Choice(
      String word, String number, String asked, String why, String notCalled, boolean chosen) {}

  @GetMapping(PageAddresses.CALL)
  Object empty(
      Caller caller,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String item) {
    ObjectNode typed = JsonNodeFactory.instance.objectNode();
    if (!body.isEmpty()) {
      typed.put("body", body);
    }
    if (!item.isEmpty()) {
      String[] ids = PageAddresses.ids(item);
      typed.putArray("items").addObject().put("caseId", ids[0]).put("requestId", ids[1]);
    }
    return Acting.objection(caller)
        .<Object>map(only -> only)
        .orElseGet(() -> page(caller, TypedForm.begun(typed)));
  }

  @PostMapping(PageAddresses.CALL)
  Object post(Caller caller, HttpServletRequest request, HttpServletResponse response) {
    PagePost post = PagePost.of(request, response);
    return post.answer(
        Posted.as(MeetingForms.CALL, post.values()),
        (key, typed) -> {
          ResponseEntity<Object> answer = acting.call(caller, key, new JsonForm.Readable(typed));
          String address =
              answer.getBody() instanceof Done done
                  ? PageAddresses.ROOT + "/" + done.meetingId()
                  : PageAddresses.CALENDAR;
          return Told.outcome(answer, address, "called");
        },
        typed -> page(caller, typed));
  }

  private Object page(Caller caller, TypedForm typed) {
    return PageAnswers.of(
        room.read(caller, reading -> ResponseEntity.ok(page(reading, typed))),
        CallPage.class,
        page -> {
          ModelAndView view = new ModelAndView("meetings/call");
          view.addObject("page", page);
          view.addObject("refusal", typed.refusal());
          view.addObject("key", PageAddresses.freshKey());
          return view;
        });
  }

  private static CallPage page(Reading reading, TypedForm typed) {
    FormPage form =
        new FormPage(
            MeetingForms.CALL,
            reading.known().directory(),
            typed.content(),
            typed.problems(),
            typed.more(),
            Set.of());
    Set<String> chosen =
        typed
            .content()
            .path("items")
            .valueStream()
            .map(CallPages::word)
            .collect(Collectors.toSet());
    return new CallPage(
        form,
        Doing.shown(form),
        Outlook.proposals(reading.known(), reading.meetings(), reading.now()).stream()
            .filter(each -> OverviewController.mayRead(reading, each))
            .map(each -> choice(reading, each, chosen))
            .toList());
  }

  private static String word(JsonNode item) {
    return item.path("caseId").asString("") + "~" + item.path("requestId").asString("");
  }

  private static Choice choice(Reading reading, Outlook.Proposal proposal, Set<String> chosen) {
    ItemRef item = proposal.item();
    String word = PageAddresses.word(item);
    return new Choice(
        word,
        PageAddresses.called(reading.numberOf(item.caseId())),
        proposal.request().conference().label()
            + " "
            + proposal.request().purpose().label()
            + " "
            + reading.known().directory().nameOf(proposal.request().requestedBy()),
        Optional.ofNullable(proposal.instead()).map(reason -> reason.label()).orElse(""),
        Outlook.notInvited(reading.known(), reading.meetings(), List.of(item), reading.now())
            .stream()
            .map(NotInvited::agencies)
            .flatMap(List::stream)
            .map(reading.known().directory()::nameOf)
            .collect(Collectors.joining("、")),
        chosen.contains(word));
  }
}
