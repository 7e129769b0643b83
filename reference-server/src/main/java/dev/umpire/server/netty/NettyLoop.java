package dev.umpire.server.netty;

import dev.umpire.server.engineio.Loop;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Netty event loop as the loop of sessions. */
record NettyLoop(EventLoop eventLoop) implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(NettyLoop.class);

    @Override
    public boolean isCurrent() {
        return eventLoop.inEventLoop();
    }

    @Override
    public void execute(Runnable task) {
        try {
            eventLoop.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("the server has stopped: a task is dropped", e);
        }
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        ScheduledFuture<?> future = eventLoop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public long nanoTime() {
        return eventLoop instanceof AbstractScheduledEventExecutor timed
                ? timed.ticker().nanoTime()
                : System.nanoTime();
    }
}
