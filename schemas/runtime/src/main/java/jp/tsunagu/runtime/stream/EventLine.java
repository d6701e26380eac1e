package jp.tsunagu.runtime.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One open connection. Nothing here waits for its reader: what does not go out at once goes out
 * when the container says that there is room.
 */
final class EventLine implements WriteListener, AsyncListener {

  private static final byte[] READY = ":ready\n\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ALIVE = ":alive\n\n".getBytes(StandardCharsets.UTF_8);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** So long the container waits for a write that is under way before it takes the answer back. */
  private static final Duration LAST_WRITE = Duration.ofSeconds(1);

  private final EventLines lines;
  private final AsyncContext context;
  private final ServletOutputStream out;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean left = new AtomicBoolean();
  private @Nullable Long seen;
  private byte @Nullable [] comment = READY;
  private boolean unflushed;
  private boolean joined;
  private boolean held;
  private long heldSince;
  private volatile boolean over;

  private EventLine(
      EventLines lines, AsyncContext context, ServletOutputStream out, @Nullable Long seen) {
    this.lines = lines;
    this.context = context;
    this.out = out;
    this.seen = seen;
  }

  /** What a reader is told next. */
  @FunctionalInterface
  interface Following {
    EventLines.@Nullable Sent after(@Nullable Long seen);
  }

  /** Answers this request with a connection, as soon as whoever answers it has returned. */
  static void begin(
      EventLines lines,
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Long seen)
      throws IOException {
    ServletOutputStream out = response.getOutputStream();
    AsyncContext context = request.startAsync(request, response);
    context.setTimeout(0);
    EventLine line = new EventLine(lines, context, out, seen);
    context.addListener(line);
    out.setWriteListener(line);
  }

  /**
   * Sends what there is, as far as there is room.
   *
   * @param quiet whether a sign of life is due
   */
  void write(Following following, boolean quiet) {
    if (!isWritten(following, quiet)) {
      end();
    }
  }

  /** False where it has to end. Nobody ends it under the lock, which the container waits for. */
  private boolean isWritten(Following following, boolean quiet) {
    lock.lock();
    try {
      if (quiet && comment == null) {
        comment = ALIVE;
      }
      writeOn(following);
      return !held || System.nanoTime() - heldSince < PATIENCE.toNanos();
    } catch (IOException | IllegalStateException gone) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void writeOn(Following following) throws IOException {
    while (!over && out.isReady()) {
      held = false;
      if (unflushed) {
        out.flush();
        unflushed = false;
      } else if (!hasWritten(following)) {
        return;
      }
    }
    if (!held) {
      held = true;
      heldSince = System.nanoTime();
    }
  }

  private boolean hasWritten(Following following) throws IOException {
    if (comment != null) {
      send(comment);
      comment = null;
      return true;
    }
    EventLines.Sent next = following.after(seen);
    if (next == null) {
      return false;
    }
    send(next.bytes());
    seen = next.number();
    return true;
  }

  private void send(byte[] bytes) throws IOException {
    out.write(bytes);
    unflushed = true;
  }

  /** Ends it, so that its client sees that. */
  void end() {
    over = true;
    try {
      context.complete();
    } catch (IllegalStateException gone) {
      leave();
    }
  }

  private void leave() {
    over = true;
    if (left.compareAndSet(false, true)) {
      lines.leave(this);
    }
  }

  @Override
  public void onWritePossible() {
    if (!joined) {
      joined = true;
      if (!lines.join(this)) {
        end();
        return;
      }
    }
    write(lines::after, false);
  }

  @Override
  public void onError(Throwable gone) {
    end();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    leave();
    awaitLastWrite();
  }

  /** The container uses what it wrote to for another request as soon as this returns. */
  private void awaitLastWrite() {
    try {
      if (lock.tryLock(LAST_WRITE.toNanos(), TimeUnit.NANOSECONDS)) {
        lock.unlock();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    end();
  }

  @Override
  public void onError(AsyncEvent event) {
    end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // the same connection goes on
  }
}
