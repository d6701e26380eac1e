package jp.tsunagu.runtime.broker;

/** A way to the broker that was not found closed, and who goes on watching it. */
record WatchedBroker(BrokerAccess broker, BrokerWatch watch) {}
