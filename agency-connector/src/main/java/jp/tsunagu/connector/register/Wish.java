package jp.tsunagu.connector.register;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;

/**
 * What every wish about an entry of the register says.
 *
 * @param key with what is asked under it, by which the same is known from something else
 * @param about names the entry
 * @param now how the entry stands
 */
record Wish<T>(
    AgencyId agency,
    IdempotencyKey key,
    CommandId id,
    Instant at,
    UUID about,
    Supplier<Optional<T>> now) {}
