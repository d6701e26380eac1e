package jp.tsunagu.stats.whole;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reader of server-sent events over HTTP, as a browser is one. */
final class EventStream implements AutoCloseable {

  final List<Event> events = new CopyOnWriteArrayList<>();
  final List<String> comments = new CopyOnWriteArrayList<>();
  private final Stream<String> lines;
  private String id = "";
  private String name = "";

  record Event(String id, String name, String data) {}

  private EventStream(Stream<String> lines) {
    this.lines = lines;
  }

  static EventStream open(RunningStats stats, @Nullable String lastId) {
    HttpRequest.Builder request = stats.request("desk", "/api/changes");
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    HttpResponse<Stream<String>> answer =
        stats.ask(request.build(), HttpResponse.BodyHandlers.ofLines());
    EventStream stream = new EventStream(answer.body());
    Thread.ofVirtual().start(stream::readOn);
    return stream;
  }

  private void readOn() {
    try {
      lines.forEach(this::take);
    } catch (UncheckedIOException closed) {
      comments.add("closed");
    }
  }

  private void take(String line) {
    if (line.startsWith("id:")) {
      id = line.substring(3);
    } else if (line.startsWith("event:")) {
      name = line.substring(6);
    } else if (line.startsWith("data:")) {
      events.add(new Event(id, name, line.substring(5)));
    } else if (line.startsWith(":")) {
      comments.add(line.substring(1));
    }
  }

  boolean saw(String bucket) {
    return events.stream().anyMatch(event -> event.data().contains('"' + bucket + '"'));
  }

  /** What came after this id. */
  List<Event> after(String lastId) {
    List<String> ids = events.stream().map(Event::id).toList();
    return events.subList(ids.indexOf(lastId) + 1, events.size());
  }

  @Override
  public void close() {
    lines.close();
  }
}
