package jp.tsunagu.compose.bench;

/**
 * What the generator is asked to do, one after the other.
 *
 * @param count of how many
 * @param perSecond at which rate; 0 means as many as possible
 */
record Order(Job job, int count, int perSecond) {

  /** The same job, as many as possible. */
  static Order asFastAsPossible(Job job, int count) {
    return new Order(job, count, 0);
  }

  /** What there is to do. */
  enum Job {
    /** Register the cases that so many referrals need; takes no time that counts. */
    PREPARE,
    /** Submit referrals and wait until their receivers see them. */
    REFER,
    /** Submit referrals and wait for none of them. */
    SUBMIT,
    /** Read and write the same bytes in transactions. */
    TRANSACT,
    /** Produce and consume the same bytes. */
    BARE,
    /** The job of a referral by a queue in PostgreSQL. */
    QUEUE
  }
}
