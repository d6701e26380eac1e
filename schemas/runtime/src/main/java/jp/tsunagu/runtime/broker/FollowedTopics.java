package jp.tsunagu.runtime.broker;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;

/** The topics a part of a service follows, as one. */
public record FollowedTopics(List<FollowedTopic> all) implements AutoCloseable {

  /** Keeps an unmodifiable copy. */
  public FollowedTopics {
    all = List.copyOf(all);
  }

  /** These and one more. */
  public FollowedTopics and(FollowedTopic further) {
    return new FollowedTopics(Stream.concat(all.stream(), Stream.of(further)).toList());
  }

  /** Begins with all of them. */
  public void start() {
    all.forEach(FollowedTopic::start);
  }

  /** Whether what stood in each of them at the start has reached its sink. */
  public boolean areCaughtUp() {
    return all.stream().allMatch(FollowedTopic::isCaughtUp);
  }

  /** Whether all are read to their end and none waits before a record or cannot be read. */
  public boolean areFollowed() {
    return all.stream().allMatch(each -> each.standing() instanceof Standing.Following);
  }

  /** The records that are waited before, by place and reason. */
  public List<String> obstacles() {
    return all.stream().flatMap(each -> each.obstacle().stream()).toList();
  }

  /** Out of service while one of them is not followed; names each with how it stands. */
  public Health.Builder health() {
    Health.Builder health = areFollowed() ? Health.up() : Health.outOfService();
    all.forEach(each -> health.withDetail(each.topic(), each.standing().inWords()));
    return health;
  }

  @Override
  public void close() {
    all.forEach(FollowedTopic::close);
  }
}
