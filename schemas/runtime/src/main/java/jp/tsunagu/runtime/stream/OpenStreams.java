package jp.tsunagu.runtime.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import jp.tsunagu.runtime.broker.SteadyWork;
import org.springframework.http.MediaType;

/**
 * Streams of events that callers have open (SSE). Every few seconds each is asked after like a
 * request, and ends with what it was opened by: a session, an account, a role, a token. Bounded by
 * the connections that a service keeps. Thread-safe.
 */
public final class OpenStreams implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Set<Open> all = ConcurrentHashMap.newKeySet();
  private final SteadyWork looking = new SteadyWork("open-streams", this::look);
  private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

  /** Nothing is open yet. */
  public OpenStreams() {
    looking.start();
  }

  /**
   * Looks after what this request left open, if it did.
   *
   * @param isIn whether who made it would still be let in
   */
  public void watch(HttpServletRequest request, ServletResponse response, BooleanSupplier isIn) {
    if (!request.isAsyncStarted()) {
      return;
    }
    AsyncContext context = request.getAsyncContext();
    Open open = new Open(context, response, isIn);
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
    private final BooleanSupplier isIn;
    private final AtomicBoolean busy = new AtomicBoolean();

    Open(AsyncContext context, ServletResponse response, BooleanSupplier isIn) {
      this.context = context;
      this.response = response;
      this.isIn = isIn;
    }

    /** Takes it, unless it is being asked after already. */
    boolean isFree() {
      return busy.compareAndSet(false, true);
    }

    void lookAfter() {
      try {
        if (!isIn.getAsBoolean() && isStream()) {
          all.remove(this);
          context.complete();
        }
      } catch (IllegalStateException over) {
        all.remove(this);
      } finally {
        busy.set(false);
      }
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
