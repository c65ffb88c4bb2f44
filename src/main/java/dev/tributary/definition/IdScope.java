package dev.tributary.definition;

/** How far the ids that a platform gives to people reach. */
public enum IdScope {
    /** Another account of ours sees another id for the same person, as on Facebook, LINE and WeChat. */
    ACCOUNT,
    /** Everybody on the channel sees the same id, as on X. */
    CHANNEL
}
