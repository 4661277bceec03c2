package org.diestra.platform.sessions;

import java.time.Instant;

/**
 * One place where somebody is signed in, as a page shows it.
 *
 * @param handle names it in a form; it opens nothing
 * @param since when they signed in
 * @param seen when it was last used, on the machine's clock
 * @param here whether it is the browser that asks
 */
record OpenSession(String handle, Agent agent, Instant since, Instant seen, boolean here) {}
