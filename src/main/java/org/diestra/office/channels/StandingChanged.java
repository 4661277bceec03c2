package org.diestra.office.channels;

/** The client lets something else stand on a channel without a word for each from now on. */
public record StandingChanged(ChannelId channel, Standing now) {}
