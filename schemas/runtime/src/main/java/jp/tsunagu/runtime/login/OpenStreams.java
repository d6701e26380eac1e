package jp.tsunagu.runtime.login;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tsunagu.runtime.broker.SteadyWork;
import jp.tsunagu.runtime.caller.Caller;
import org.springframework.http.MediaType;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;

/**
 * Streams of events that persons have open (SSE). Every few seconds each is asked after like a
 * request, and ends with its session, with the account, and with the role that opened it. Bounded
 * by the connections that a service keeps. Thread-safe.
 */
final class OpenStreams implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(5);

  private final SessionRegistry sessions;
  private final Clock clock;
  private final Set<Open> all = ConcurrentHashMap.newKeySet();
  private final SteadyWork looking = new SteadyWork("open-streams", this::look);
  private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

  OpenStreams(SessionRegistry sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
    looking.start();
  }

  /** For whom a stream is open. */
  record Asked(String session, Provider provider, Standing standing, Caller caller) {}

  /** Looks after what this request left open, if it did. */
  void watch(HttpServletRequest request, ServletResponse response, Asked asked) {
    if (!request.isAsyncStarted()) {
      return;
    }
    AsyncContext context = request.getAsyncContext();
    Open open = new Open(context, response, asked);
    all.add(open);
    try {
      context.addListener(open);
    } catch (IllegalStateException over) {
      all.remove(open);
    }
  }

  private Duration look() {
    all.stream().filter(Open::isFree).forEach(open -> asking.execute(open::lookAfter));
    return LOOK;
  }

  @Override
  public void close() {
    looking.close();
    asking.shutdownNow();
  }

  /** One of them. */
  private final class Open implements AsyncListener {
    private final AsyncContext context;
    private final ServletResponse response;
    private final Asked asked;
    private final AtomicBoolean busy = new AtomicBoolean();

    Open(AsyncContext context, ServletResponse response, Asked asked) {
      this.context = context;
      this.response = response;
      this.asked = asked;
    }

    /** Takes it, unless it is being asked after already. */
    boolean isFree() {
      return busy.compareAndSet(false, true);
    }

    void lookAfter() {
      try {
        if (!isIn() && isStream()) {
          all.remove(this);
          context.complete();
        }
      } catch (IllegalStateException over) {
        all.remove(this);
      } finally {
        busy.set(false);
      }
    }

    private boolean isIn() {
      SessionInformation known = sessions.getSessionInformation(asked.session());
      return known != null
          && !known.isExpired()
          && asked.standing().check(asked.provider(), clock.instant())
              instanceof Standing.Verdict.Good(Identity identity)
          && identity.capacities().contains(asked.caller());
    }

    /** Whatever else is under way ends by itself soon. */
    private boolean isStream() {
      String type = response.getContentType();
      return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    @Override
    public void onComplete(AsyncEvent event) {
      all.remove(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      all.remove(this);
    }

    @Override
    public void onError(AsyncEvent event) {
      all.remove(this);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // the same stream goes on
    }
  }
}
