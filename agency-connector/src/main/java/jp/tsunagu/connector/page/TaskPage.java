package jp.tsunagu.connector.page;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.record.Task;
import jp.tsunagu.connector.record.Tasks;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** ほかにすること: what only a person can do beside answering referrals, whose day is next first. */
@Controller
class TaskPage {

  private static final char TASKS = 't';

  private final Window window;
  private final Assignees assignees;

  TaskPage(Window window, Assignees assignees) {
    this.window = window;
    this.assignees = assignees;
  }

  /**
   * Something only a person can do.
   *
   * @param address where it is done
   * @param due until when; null where no day is set
   */
  record Todo(String what, String number, String address, Instant since, @Nullable Instant due) {}

  @GetMapping(Window.ROOT + "/tasks")
  Object tasks(
      Caller caller,
      Model model,
      @RequestParam(defaultValue = "") String assignee,
      @RequestParam(defaultValue = "") String cursor) {
    AgencyId agency = Window.agency(caller);
    Team team = assignees.team(agency);
    List<Coded> hands = Assignees.choices(caller, team);
    Query query = new Query(given(assignee, cursor));
    String whose = query.choice("assignee", hands);
    Cursor after = query.cursor(TASKS, id -> id.matches("\\d{1,18}"));
    Problem problem = query.problem().orElse(null);
    if (problem != null) {
      return problem.response();
    }
    List<Task> found =
        window
            .tools()
            .records()
            .pressingTasks(
                agency,
                Assignees.hands(caller, team, whose),
                after == null
                    ? null
                    : new Tasks.Place(
                        Instant.ofEpochMilli(after.time()), Long.parseLong(after.id())),
                ListPages.LENGTH + 1);
    Page<Todo> page =
        Page.of(found.stream(), ListPages.LENGTH, TaskPage::cursor, task -> todo(agency, task));
    window.live(model, agency);
    model.addAttribute("tasks", page.items());
    model.addAttribute("next", page.nextCursor());
    model.addAttribute("agency", agency.value());
    model.addAttribute("hands", hands);
    model.addAttribute("assignee", whose == null ? "" : whose);
    return "window/tasks";
  }

  private static MultiValueMap<String, String> given(String assignee, String cursor) {
    MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
    if (!assignee.isEmpty()) {
      given.add("assignee", assignee);
    }
    if (!cursor.isEmpty()) {
      given.add("cursor", cursor);
    }
    return given;
  }

  private static Cursor cursor(Task task) {
    Tasks.Place place = Tasks.Place.of(task);
    return new Cursor(TASKS, 0, place.due().toEpochMilli(), Long.toString(place.id()));
  }

  static Todo todo(AgencyId agency, Task task) {
    String own = "/agencies/" + agency + "/window";
    String address =
        task.about()
            .referralId()
            .map(id -> own + "/referrals/" + id)
            .orElse(own + "/cases/" + task.caseId() + place(task));
    return new Todo(
        task.kind().label(),
        Window.called(task.caseNumber().orElse(null)),
        address,
        task.since(),
        task.due().orElse(null));
  }

  /** Where on the pages of its case it is done. */
  private static String place(Task task) {
    return switch (task.kind()) {
      case ANSWER_SHARING_STOP ->
          "/consents?do="
              + ConsentPages.ANSWER
              + task.about().person().map(person -> "&about=" + person.number()).orElse("")
              + "#doing";
      case ANSWER_DATES ->
          "/meetings"
              + task.about()
                  .requestId()
                  .map(item -> "?do=" + CaseMeetings.DATES + "&item=" + item + "#doing")
                  .orElse("");
      case ANSWER_ATTENDANCE, FILE_MEETING_REPORT -> "/meetings";
      case ANSWER_INQUIRY -> "/coordination?do=" + CoordinationPage.ANSWER + "#doing";
      case CHASE_INQUIRY -> "/coordination";
      case PROVIDE_DOSSIER, DECIDE_ON_PROTECTION -> "";
    };
  }
}
