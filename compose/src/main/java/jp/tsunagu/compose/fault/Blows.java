package jp.tsunagu.compose.fault;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.load.Work;
import jp.tsunagu.compose.run.ChildProcess;
import jp.tsunagu.compose.run.Detour;
import jp.tsunagu.compose.run.ProcessNetwork;
import jp.tsunagu.compose.run.ProcessNetwork.Part;
import jp.tsunagu.compose.waiting.Rest;
import org.jspecify.annotations.Nullable;

/** What can be done to a network, at moments that the seed chooses. */
final class Blows {
  private final ProcessNetwork network;
  private final Random chance;
  private final Clients clients;
  private final Metrics metrics;
  private final List<Work.Referral> spare;
  private final @Nullable Path older;

  /**
   * On this network.
   *
   * @param spare referrals of one case that nobody sends but who strikes
   * @param older the program of an older version; none where there is only this one
   */
  Blows(
      ProcessNetwork network,
      Random chance,
      Clients clients,
      Metrics metrics,
      List<Work.Referral> spare,
      @Nullable Path older) {
    this.older = older;
    this.metrics = metrics;
    this.network = network;
    this.chance = chance;
    this.clients = clients;
    this.spare = List.copyOf(spare);
  }

  /** Kills it and starts it again after a while. */
  void kill(Part part) {
    waitAWhile(2000);
    network.of(part).kill();
    waitAWhile(2000);
    network.of(part).start();
  }

  /** The same so often, the next time while it still comes up. */
  void killWhileItComesUp(Part part, int times) {
    for (var time = 0; time < times; time++) {
      kill(part);
      waitAWhile(6000);
    }
  }

  /** Stops it as a machine does that is told to stop, and starts it again. */
  void stop(Part part) {
    network.of(part).terminate();
    waitAWhile(3000);
    network.of(part).start();
  }

  /** One after the other is stopped and started again, as an upgrade does; each is waited for. */
  void replaceOneByOne() throws TimeoutException {
    for (var part : Part.values()) {
      stop(part);
      network.heal();
    }
  }

  /** The same with this version, then one step back, and with this version again. */
  void upgradeStepBackAndUpgrade() throws TimeoutException {
    for (var step = 0; step < 3; step++) {
      network.use(step == 1 ? older : null);
      replaceOneByOne();
    }
  }

  /**
   * Nobody can write anything any more to the disk on which all of it lies, for so long; what ended
   * by it is started again.
   */
  void fillTheDisk(Duration length) throws TimeoutException {
    var ballast = network.folder().temporary().resolve("ballast");
    try {
      fill(ballast);
      Rest.of(length);
      Files.delete(ballast);
    } catch (IOException exception) {
      throw new UncheckedIOException("the disk was not filled, or stays full", exception);
    }
    network.heal();
  }

  private static void fill(Path ballast) throws IOException {
    var block = ByteBuffer.allocate(64 * 1024);
    try (var file = FileChannel.open(ballast, CREATE_NEW, WRITE)) {
      while (file.size() <= Fault.SMALL_DISK_BYTES) {
        try {
          file.write(block.rewind());
        } catch (IOException _) {
          return;
        }
      }
    }
    Files.delete(ballast);
    throw new IOException("there was room for " + Fault.SMALL_DISK_BYTES + " bytes");
  }

  /** Kills it; it stays away for so long. */
  void killFor(Part part, Duration length) {
    waitAWhile(2000);
    network.of(part).kill();
    Rest.of(length);
  }

  /** Kills both at once. */
  void killTogether(Part one, Part other) {
    waitAWhile(2000);
    network.of(one).kill();
    network.of(other).kill();
  }

  /** It stands still for so long and goes on. */
  void pause(Part part, Duration length) {
    pause(network.of(part), length);
  }

  private static void pause(ChildProcess process, Duration length) {
    process.pause();
    Rest.of(length);
    process.resume();
  }

  /** Of two the one that decides is killed and stays away for so long. */
  void killDeciding(Part part, Duration length) {
    waitAWhile(2000);
    deciding(part).kill();
    Rest.of(length);
  }

  /** Of two the one that decides stands still for so long and goes on. */
  void pauseDeciding(Part part, Duration length) {
    waitAWhile(2000);
    pause(deciding(part), length);
  }

  private ChildProcess deciding(Part part) {
    return metrics.isOne(network.address(part), "tsunagu_scheduler_decides")
        ? network.of(part)
        : network.ofSecond(part);
  }

  /** The sender's way to the broker is broken in this manner for so long. */
  void cut(Detour.State how, Duration length) {
    network.detour().set(how);
    Rest.of(length);
    network.detour().set(Detour.State.OPEN);
  }

  /** The sender's connections to the broker are reset so often. */
  void reset(int times) {
    for (var time = 0; time < times; time++) {
      try {
        network.detour().reset();
      } catch (IOException exception) {
        throw new UncheckedIOException("connections were not reset", exception);
      }
      waitAWhile(600);
    }
  }

  /** One process of the database is killed, upon which it ends all and recovers. */
  void killDatabase() {
    try (var connection = network.database().administration();
        var statement = connection.createStatement();
        var pids =
            statement.executeQuery(
                "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"
                    + " AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1")) {
      if (!pids.next()) {
        throw new IllegalStateException("nobody uses the database");
      }
      ProcessHandle.of(pids.getLong(1)).ifPresent(ProcessHandle::destroyForcibly);
    } catch (SQLException exception) {
      throw new IllegalStateException("the database was not killed", exception);
    }
  }

  /** Its local state is gone when it comes back. */
  void wipeState(Part part) {
    network.of(part).kill();
    new LocalState(network, part).wipe();
    network.of(part).start();
  }

  /** The same, and it is killed so often while it makes its state anew. */
  void killWhileItRestores(Part part, int times) {
    wipeState(part);
    waitAWhile(8000);
    killWhileItComesUp(part, times);
  }

  /**
   * One bit of its local state is another when it comes back. It is told to stop: what was killed
   * does not trust its state anyway.
   */
  void flipABitOfTheState(Part part) {
    network.of(part).terminate();
    new LocalState(network, part).flipABit(chance);
    network.of(part).start();
  }

  /** Both of two are killed at once; the second one comes back by itself. */
  void killBoth(Part part) {
    waitAWhile(2000);
    network.of(part).kill();
    network.ofSecond(part).kill();
    network.ofSecond(part).start();
  }

  /** The sender has neither login nor rights at the broker for so long, and goes on. */
  void expelSender(Duration length) {
    network.expelSender();
    Rest.of(length);
    network.admitSender();
  }

  /** The clocks of these go wrong by so much, and right again; each is started anew. */
  void wrongClock(Part part, Duration by) throws TimeoutException {
    setClock(part, by);
    network.heal();
    Rest.of(Duration.ofSeconds(3));
    setClock(part, Duration.ZERO);
  }

  private void setClock(Part part, Duration by) {
    network.of(part).terminate();
    try {
      Files.writeString(network.clockOf(part), by.toString(), StandardCharsets.UTF_8);
    } catch (IOException exception) {
      throw new UncheckedIOException("the clock stays right", exception);
    }
    network.of(part).start();
  }

  /** Nobody can log in for so long. */
  void withoutLogin(Duration length) {
    network.logOut();
    Rest.of(length);
    network.logIn();
  }

  /** So many clients ask for the same at once, under one key. */
  void askAtOnce(int count) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var client = 0; client < count; client++) {
        threads.execute(() -> clients.submit(spare.getFirst(), "at-once"));
      }
    }
  }

  /** More is asked for than a request, and than a record, may hold. */
  void askTooMuch() {
    for (var megabytes : List.of(1, 3)) {
      var words = "長".repeat(megabytes * 400_000);
      var referral = spare.get(1);
      var form = referral.form().replaceFirst("\"note\":\"", "\"note\":\"" + words);
      clients.submit(
          new Work.Referral(referral.caseId(), referral.receiver(), form), "too-much-" + megabytes);
    }
  }

  /** So many readers of the receivers' news do not read what they are sent, for so long. */
  void listenWithoutReading(int count, Duration length) {
    var address = network.address(Part.RECEIVERS);
    var sockets = new ArrayList<Socket>();
    try {
      for (var reader = 0; reader < count; reader++) {
        var agency = Work.RECEIVERS.get(reader % Work.RECEIVERS.size());
        var socket = new Socket(address.getHost(), address.getPort());
        sockets.add(socket);
        var request =
            "GET /agencies/%s/api/inbox/stream HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(agency, address.getAuthority(), SampleCity.tokenOf(agency));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      }
      Rest.of(length);
      for (var socket : sockets) {
        socket.close();
      }
    } catch (IOException exception) {
      throw new UncheckedIOException("nobody could listen", exception);
    }
  }

  private void waitAWhile(int atMostMillis) {
    Rest.of(Duration.ofMillis(chance.nextInt(100, atMostMillis)));
  }
}
